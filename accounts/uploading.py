"""How much of a file is taken in, whoever sends it."""

from typing import Final

from django.core.files.uploadhandler import TemporaryFileUploadHandler

LARGEST_FILE: Final = 25 * 1024 * 1024


class UpToLargest(TemporaryFileUploadHandler):
    """Writes no more of a file than shows that it is too large; what was typed comes through."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if start > LARGEST_FILE:
            return None
        return super().receive_data_chunk(raw_data, start)
