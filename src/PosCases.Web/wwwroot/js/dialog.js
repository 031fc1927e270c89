// Native dialogs. Dialog.razor calls show and hide; static pages use data-open-dialog and data-close-dialog.
export function show(dialog) {
  if (!dialog.open) dialog.showModal();
}

export function hide(dialog) {
  if (dialog.open) dialog.close();
}

document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target : null;
  const opener = target?.closest('[data-open-dialog]');
  if (opener) show(document.getElementById(opener.dataset.openDialog));
  else if (target?.closest('[data-close-dialog]')) hide(target.closest('dialog'));
});
