// Passkeys: the browser signs what the server asks for, and the form takes the answer there.
(() => {
  "use strict";

  const [toCreate, toGet] = [
    (options) => window.PublicKeyCredential.parseCreationOptionsFromJSON(options),
    (options) => window.PublicKeyCredential.parseRequestOptionsFromJSON(options),
  ];

  async function options(form) {
    if (!form.dataset.options) return JSON.parse(document.getElementById("passkey-options").textContent);
    const response = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
    return response.json();
  }

  async function create(form) {
    const { publicKey } = (await options(form)).creation_options;
    // Kept in the device, so that it can sign in without an e-mail address.
    publicKey.authenticatorSelection = { ...publicKey.authenticatorSelection, residentKey: "required", requireResidentKey: true };
    return navigator.credentials.create({ publicKey: toCreate(publicKey) });
  }

  async function get(form) {
    const { publicKey } = (await options(form)).request_options;
    return navigator.credentials.get({ publicKey: toGet(publicKey) });
  }

  async function sign(event) {
    const form = event.currentTarget;
    event.preventDefault();
    const failed = form.querySelector(".err");
    failed.hidden = true;
    try {
      const credential = await (form.dataset.passkey === "create" ? create(form) : get(form));
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      failed.hidden = false; // the person said no, or the device has no passkey for this address
    }
  }

  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.querySelector("button").disabled = false;
    form.addEventListener("submit", sign);
  }
})();
