// Lighthouse's performance score (phone profile, slow network and processor simulated) of pages, signed in as one person.
//   node run.mjs BASE USER PASSWORD PATH…
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

const [base, user, password, ...paths] = process.argv.slice(2);
const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
let low = 0;
try {
    const page = await browser.newPage();
    await page.goto(`${base}/account/sign-in`);
    await page.type('[name="Input.UserName"]', user);
    await page.type('[name="Input.Password"]', password);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const cookie = (await page.browserContext().cookies()).map(c => `${c.name}=${c.value}`).join('; ');
    const port = Number(new URL(browser.wsEndpoint()).port);
    console.log('| page | score | first paint | largest paint | blocking | shift |\n|---|---|---|---|---|---|');
    for (const path of paths) {
        const flags = { port, onlyCategories: ['performance'], logLevel: 'error', disableStorageReset: true, extraHeaders: { Cookie: cookie } };
        const { lhr } = await lighthouse(base + path, flags);
        // A page that sent us elsewhere or did not draw has no score of its own.
        const isItself = new URL(lhr.finalDisplayedUrl).pathname === path.split('?')[0] && lhr.categories.performance.score !== null;
        const score = isItself ? Math.round(lhr.categories.performance.score * 100) : 0;
        low += score < 95 ? 1 : 0;
        const told = id => lhr.audits[id].displayValue ?? '?';
        console.log(`| ${path} | ${isItself ? score : 'not shown'} | ${told('first-contentful-paint')} | ${told('largest-contentful-paint')} | ${told('total-blocking-time')} | ${told('cumulative-layout-shift')} |`);
    }
} finally {
    await browser.close();
}
process.exitCode = low > 0 ? 1 : 0;
