// What is wrong with the page as it is shown now: one line each. axe-core is on the page.
async how => {
  // Frames show papers that merchants handed in: they are not pages of ours.
  const options = {
    runOnly: how.coloursOnly
      ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
      : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    resultTypes: ['violations'],
    iframes: false,
    preload: false,
  };
  const { violations } = await axe.run(document, options);
  const lines = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id} at ${node.target.join(' ')}${why(node)}`));

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) lines.push(`scrolls sideways by ${scrollWidth - clientWidth} px${beyond(clientWidth)}`);
  return lines;

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
