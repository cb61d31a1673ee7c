FROM python:3.13-slim
ENV PYTHONUTF8=1 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1
WORKDIR /srv/arenden

COPY requirements/production.txt requirements/
RUN pip install --require-hashes -r requirements/production.txt && python -m compileall -q /usr/local/lib

COPY . .
# The values serve this command only; none of them is in the image.
RUN ARENDEN_SECRET_KEY=build DATABASE_URL=postgresql:///build REDIS_URL=redis://build \
    python manage.py collectstatic --noinput
RUN useradd --system --uid 1000 arenden && install -d -o arenden -g arenden /srv/media
ENV ARENDEN_MEDIA=/srv/media
VOLUME /srv/media
USER arenden
EXPOSE 8000

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD \
    ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["gunicorn", "config.wsgi", "--preload", "--workers=2", "--threads=4", "--bind=0.0.0.0:8000"]
