// Renders every processes/*.bpmn to src/docs/images/<process>.png, at twice the size, on white.
// Fails if a diagram cannot be read without warnings, so that a picture always shows the whole file.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SCALE = 2;
const MARGIN = 24;

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
const processes = path.join(projectRoot, 'processes');
const images = path.join(projectRoot, 'src', 'docs', 'images');
const viewerScript = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});

try {
  const context = await browser.newContext({ deviceScaleFactor: SCALE, offline: true });
  const diagrams = (await readdir(processes)).filter((file) => file.endsWith('.bpmn')).sort();
  await mkdir(images, { recursive: true });
  for (const file of diagrams) {
    const image = path.join(images, `${path.basename(file, '.bpmn')}.png`);
    const svg = await drawAsSvg(context, await readFile(path.join(processes, file), 'utf8'), file);
    await writeFile(image, await photograph(context, svg));
    console.log(`${file} -> ${path.relative(projectRoot, image)}`);
  }
} finally {
  await browser.close();
}

async function drawAsSvg(context, xml, file) {
  const page = await context.newPage();
  try {
    await page.setContent('<div id="canvas" style="width: 1200px; height: 800px"></div>');
    await page.addScriptTag({ path: viewerScript });
    const { svg, warnings } = await page.evaluate(async (source) => {
      const viewer = new window.BpmnJS({ container: '#canvas' });
      const result = await viewer.importXML(source);
      return { ...(await viewer.saveSVG()), warnings: result.warnings.map((warning) => warning.message) };
    }, xml);
    if (warnings.length > 0) {
      throw new Error(`${file} was read with warnings:\n${warnings.join('\n')}`);
    }
    return svg;
  } finally {
    await page.close();
  }
}

async function photograph(context, svg) {
  const page = await context.newPage();
  try {
    const drawing = svg.slice(svg.indexOf('<svg'));
    await page.setContent(
      `<body style="margin: 0; background: white">
         <div id="picture" style="display: inline-block; padding: ${MARGIN}px; line-height: 0">${drawing}</div>
       </body>`,
    );
    return await page.locator('#picture').screenshot();
  } finally {
    await page.close();
  }
}
