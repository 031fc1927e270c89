// What is wrong with the page as it is shown now: one line each, which says first in which colours. axe-core is on the page.
// All rules are tried at the width at which a person comes, and at the other one those that depend on what is shown there: axe is
// what these tests spend their time on. Dark colours are tried at the phone's width: the components are the same.
async isPhoneFirst => {
  const colours = ['color-contrast', 'link-in-text-block'];
  const shown = [
    'target-size', 'scrollable-region-focusable', 'button-name', 'input-button-name', 'link-name', 'label', 'select-name',
    'aria-hidden-focus', 'nested-interactive', 'list', 'listitem', 'duplicate-id-aria',
  ];
  const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  const some = values => ({ type: 'rule', values });
  const root = document.documentElement;
  const { scrollWidth, clientWidth } = root;
  const isPhone = clientWidth <= 600;
  const isOwn = isPhone === isPhoneFirst;
  const lines = [];
  if (isOwn) lines.push(...await violations('light', all));
  else if (!isPhone) lines.push(...await violations('light', some([...shown, ...colours])));

  if (scrollWidth > clientWidth) lines.push(`light: scrolls sideways by ${scrollWidth - clientWidth} px${beyond(clientWidth)}`);

  if (!isPhone) return lines;

  // As if chosen in the menu: theme.js follows.
  const choice = root.dataset.themeChoice;
  root.dataset.themeChoice = 'dark';
  await Promise.resolve();
  if (root.dataset.bsTheme !== 'dark') lines.push('dark: stays light');
  lines.push(...await violations('dark', some(isOwn ? colours : [...shown, ...colours])));
  root.dataset.themeChoice = choice;
  return lines;

  async function violations(scheme, runOnly) {
    // Frames show papers that merchants handed in: they are not pages of ours.
    const found = await axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false, preload: false });
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
