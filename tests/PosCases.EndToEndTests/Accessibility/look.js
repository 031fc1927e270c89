// What is wrong with the page as it is shown now: one line each, which says first in which colours. axe-core is on the page.
// Half of axe's time goes into contrast. At the desk's width it is looked at in light colours, on the phone's in dark ones (the
// components are the same), and for those who come with a phone in both.
async isPhoneFirst => {
  const colours = ['color-contrast', 'link-in-text-block'];
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const root = document.documentElement;
  const { scrollWidth, clientWidth } = root;
  const isPhone = clientWidth <= 600;
  const lines = await violations('light', { type: 'tag', values: tags }, isPhone && !isPhoneFirst ? colours : []);

  if (scrollWidth > clientWidth) lines.push(`light: scrolls sideways by ${scrollWidth - clientWidth} px${beyond(clientWidth)}`);

  if (!isPhone) return lines;

  // As if chosen in the menu: theme.js follows.
  const choice = root.dataset.themeChoice;
  root.dataset.themeChoice = 'dark';
  await Promise.resolve();
  if (root.dataset.bsTheme !== 'dark') lines.push('dark: stays light');
  lines.push(...await violations('dark', { type: 'rule', values: colours }));
  root.dataset.themeChoice = choice;
  return lines;

  async function violations(scheme, runOnly, without = []) {
    const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]));
    // Frames show papers that merchants handed in: they are not pages of ours.
    const found = await axe.run(document, { runOnly, rules, resultTypes: ['violations'], iframes: false, preload: false });
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(node => `${scheme}: ${id} at ${node.target.join(' ')}${why(node)}`));
  }

  function why({ any }) {
    const contrast = any.find(check => check.id === 'color-contrast')?.data;
    return contrast?.contrastRatio ? ` (${contrast.fgColor} on ${contrast.bgColor} is ${contrast.contrastRatio})` : '';
  }

  // The innermost element that stands out and is not clipped by one around it.
  function beyond(width) {
    const wide = [...document.body.querySelectorAll('*')].filter(element =>
      element.getBoundingClientRect().right > width + 1 && !isClipped(element.parentElement));
    const culprit = wide.at(-1);
    return culprit ? ` at ${culprit.localName}${culprit.id && '#' + culprit.id}${[...culprit.classList].map(name => '.' + name).join('')}` : '';
  }

  function isClipped(element) {
    return element !== null && element !== document.body
      && (getComputedStyle(element).overflowX !== 'visible' || isClipped(element.parentElement));
  }
}
