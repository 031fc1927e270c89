// Runs before the first paint: turns the choice auto into light or dark. No module, so that it blocks.
(() => {
  const root = document.documentElement;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');

  const apply = () => {
    const choice = root.dataset.themeChoice;
    const scheme = choice === 'dark' || (choice !== 'light' && prefersDark.matches) ? 'dark' : 'light';
    if (root.dataset.bsTheme !== scheme) root.dataset.bsTheme = scheme;
  };

  apply();
  prefersDark.addEventListener?.('change', apply);
  // Enhanced navigation writes the server's attribute back; an observer mends it before the next paint.
  new MutationObserver(apply).observe(root, { attributes: true, attributeFilter: ['data-bs-theme', 'data-theme-choice'] });
})();
