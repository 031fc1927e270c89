// Makes ../wwwroot/lib from the npm packages:
//   tabler.min.css   Tabler's stylesheet as it is, without the link to a source map that we do not serve
//   icons.svg        one sprite with the icons that ../Design/icons.txt names
//   charts.js        an ES module: charts.js of this folder with the parts of ECharts that it imports
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = new URL('./', import.meta.url);
const packages = new URL('node_modules/', here);
const lib = new URL('../wwwroot/lib/', here);

await mkdir(lib, { recursive: true });
await Promise.all([copyStylesheet(), writeSprite(), bundleCharts()]);

async function copyStylesheet() {
  const css = await readFile(new URL('@tabler/core/dist/css/tabler.min.css', packages), 'utf8');
  await writeFile(new URL('tabler.min.css', lib), css.replace(/\/\*# sourceMappingURL=.*?\*\/\s*$/, ''));
}

async function writeSprite() {
  const list = await readFile(new URL('../Design/icons.txt', here), 'utf8');
  const names = list.split('\n').map(line => line.replace(/#.*/, '').trim()).filter(Boolean);
  const symbols = await Promise.all([...new Set(names)].sort().map(symbol));
  await writeFile(new URL('icons.svg', lib), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);
}

async function symbol(name) {
  const file = new URL(`@tabler/icons/icons/outline/${name}.svg`, packages);
  const svg = await readFile(file, 'utf8').catch(() => {
    throw new Error(`Design/icons.txt names "${name}", which Tabler's outline set does not have.`);
  });
  const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace('<path stroke="none" d="M0 0h24v24H0z" fill="none" />', '')
    .replace(/\s*\n\s*/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"`
    + ` stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
}

async function bundleCharts() {
  await build({
    entryPoints: [fileURLToPath(new URL('charts.js', here))],
    outfile: fileURLToPath(new URL('charts.js', lib)),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
}
