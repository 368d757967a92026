// Takes the README's pictures of the real screens from a running Ứng Phó with sample accounts.
// It plays a little: an incident is reported, verified and half-way through. Use a data folder of its own.
//   UNGPHO_URL (default http://localhost:8080), UNGPHO_PASSWORD, CHROMIUM (default /usr/bin/chromium)
import { chromium } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const url = process.env.UNGPHO_URL ?? 'http://localhost:8080';
const password = process.env.UNGPHO_PASSWORD ?? 'ungpho-mau-2026';
const images = path.join(path.dirname(fileURLToPath(import.meta.url)), '../docs/images');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
});

async function as(person, options, visit) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  const page = await context.newPage();
  await page.goto(url + '/login');
  if (person) {
    await page.fill('input[name=username]', person);
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    await page.waitForURL(address => !String(address).includes('/login'));
  }
  await visit(page);
  await context.close();
}

async function call(person, address, body) {
  const answer = await fetch(url + address, {
    method: body ? 'POST' : 'GET',
    headers: {
      Authorization: 'Basic ' + Buffer.from(person + ':' + password).toString('base64'),
      'Content-Type': 'application/json'
    },
    body: body && JSON.stringify(body)
  });
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  }
  return answer.status === 204 ? null : answer.json();
}

async function complete(person, number, task, values) {
  const [open] = await call(person, `/engine-rest/task?processInstanceBusinessKey=${number}&taskDefinitionKey=${task}`);
  const variables = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  await call(person, `/engine-rest/task/${open.id}/complete`, { variables });
}

const shot = (page, name, fullPage = false) => page.screenshot({ path: path.join(images, name + '.png'), fullPage });
const desktop = { viewport: { width: 1280, height: 860 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true };

const { number } = await call('dutyOfficer1', '/api/incidents', {
  title: 'Tin đồn sữa học đường hỏng tại tỉnh A',
  description: 'Nhóm phụ huynh lan truyền tin sữa học đường bị hỏng; video đạt 90 nghìn lượt xem sau một giờ.',
  sector: 'Y tế, giáo dục', ownerUnit: 'PTTH', publicUrl: 'https://vidu.example/bai-dang/1',
  reach24h: 250000, growth1h: 2.5, sourceTier: 'B', harm: 'POTENTIAL', provinces: 3, sectors: 2, essentialService: true
});

await as(null, desktop, page => shot(page, 'screen-sign-in'));
await as('dutyOfficer1', phone, async page => {
  await page.goto(url + '/incidents/new');
  await shot(page, 'screen-report-phone', true);
});
await as('pressOfficer1', { viewport: { width: 1280, height: 1500 } }, async page => {
  await page.goto(url + '/camunda/app/tasklist/');
  await page.click('text=Xác minh sự cố');
  await page.click('text=Nhận việc');
  await page.waitForTimeout(2500);
  await shot(page, 'screen-tasklist');
});
await complete('pressOfficer1', number, 'verifyIncident', { verification: 'UNVERIFIED' });
await complete('pressDirector1', number, 'confirmAssessment', { route: 'MINISTRY' });
await call('dutyOfficer1', `/api/incidents/${number}/signals`, { description: 'Thêm ba trang chia sẻ lại video', reach24h: 320000 });
await as('pressDirector1', desktop, async page => {
  await shot(page, 'screen-incidents');
  await page.goto(`${url}/incidents/${number}`);
  await shot(page, 'screen-incident', true);
});

await browser.close();
