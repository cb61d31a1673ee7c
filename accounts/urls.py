"""Addresses of the sign-in."""

from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("logga-in/", views.SignIn.as_view(), name="sign_in"),
    path("logga-in/demo/", views.DemoSignIn.as_view(), name="demo_sign_in"),
    path("logga-ut/", views.SignOut.as_view(), name="sign_out"),
    path("utseende/", views.Appearance.as_view(), name="appearance"),
]
