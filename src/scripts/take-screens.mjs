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

async function complete(person, number, task, values = {}) {
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

// A crisis, with a statement released meanwhile, up to the task force at work.
const { number: crisis } = await call('dutyOfficer1', '/api/incidents', {
  title: 'Tin đồn ngân hàng mất thanh khoản',
  description: 'Một thông báo bị cắt ghép lan truyền; người dân xếp hàng rút tiền ở 12 tỉnh.',
  sector: 'Ngân hàng', ownerUnit: 'TTCS',
  reach24h: 2000000, growth1h: 8, sourceTier: 'B', harm: 'ACTUAL', provinces: 12, sectors: 2, essentialService: true
});
await complete('pressOfficer1', crisis, 'verifyIncident', { verification: 'VERIFIED_FALSE' });
await complete('pressDirector1', crisis, 'confirmAssessment', { route: 'PROPOSE' });
await call('pressOfficer1', `/api/incidents/${crisis}/statements`, { purpose: 'Trấn an người gửi tiền' });
await complete('unitTTCS1', crisis, 'draftStatement', {
  headline: 'Tiền gửi của người dân được bảo đảm',
  factsKnown: 'Thông báo đang lan truyền là giả. Các điểm giao dịch mở cửa bình thường.',
  factsUnknown: 'Nguồn phát tán đang được xác minh.',
  advice: 'Không rút tiền trước hạn vì tin chưa được kiểm chứng.',
  nextUpdateAt: new Date(Date.now() + 6 * 3600 * 1000).toISOString().replace(/:\d\d\.\d+Z/, ':00Z'),
  label: 'FALSE_INFORMATION', evidence: 'Bản gốc của thông báo, đối chiếu từng dòng.'
});
await complete('unitTTCS2', crisis, 'checkFacts', { reviewOutcome: 'APPROVE' });
await complete('pressDirector1', crisis, 'approveStatement', { reviewOutcome: 'APPROVE' });
await complete('spokesperson1', crisis, 'releaseStatement', { channel: 'Cổng thông tin điện tử' });

async function drafted(summary) {
  await complete('pressOfficer1', crisis, 'draftProposal', { summary });
  await complete('unitPTTH1', crisis, 'giveOpinion', { opinion: 'AGREE' });
  await complete('unitTTDN1', crisis, 'giveOpinion', { opinion: 'DISAGREE', reason: 'Bộ chủ trì là đủ; Tổ công tác có thể làm tăng lo lắng.' });
  await complete('pressOfficer2', crisis, 'consolidateOpinions', { opinionResolution: 'Tiếp thu ý kiến của Cục PTTH&TTĐT; giải trình với Cục TTĐN.' });
  await complete('pressDirector1', crisis, 'approveByDirector', { reviewOutcome: 'APPROVE' });
}
await drafted('Người gửi tiền hoang mang tại 12 tỉnh.');
await complete('ministryOffice1', crisis, 'checkByMinistryOffice', { reviewOutcome: 'RETURN', reason: 'Nêu rõ vì sao vượt quá khả năng của một bộ.' });
await drafted('Người gửi tiền hoang mang tại 12 tỉnh. Việc này vượt quá khả năng của một bộ.');
await as('ministryOffice1', { viewport: { width: 1280, height: 2400 } }, async page => {
  await page.goto(url + '/camunda/app/tasklist/');
  await page.click('text=Văn phòng Bộ kiểm tra');
  await page.click('text=Nhận việc');
  await page.waitForTimeout(2500);
  await shot(page, 'screen-review');
});
await complete('ministryOffice1', crisis, 'checkByMinistryOffice', { reviewOutcome: 'APPROVE' });
await complete('ministryLeader1', crisis, 'approveByMinistry', { reviewOutcome: 'APPROVE', authorityMark: 'KT' });
await complete('recordsClerk1', crisis, 'dispatchProposal');
await complete('governmentOffice1', crisis, 'recordDecision', {
  decision: 'ESTABLISH', documentNumber: '1234/QĐ-TTg', documentDate: new Date().toISOString().slice(0, 10),
  signerPosition: 'Phó Thủ tướng Chính phủ', authorityMark: 'KT'
});
for (const person of ['ministryLeader1', 'pressDirector1', 'unitPTTH1', 'ministryOffice1', 'unitPC1', 'unitTTCS1', 'unitATTT1', 'pressOfficer1']) {
  await complete(person, crisis, 'confirmMembership', { membership: 'ACCEPT' });
}
await complete('unitTTDN1', crisis, 'confirmMembership', { membership: 'DECLINE', reason: 'Đang công tác nước ngoài' });
await complete('unitTTDN2', crisis, 'confirmMembership', { membership: 'ACCEPT' });
await complete('ministryLeader1', crisis, 'planResponse', { objectives: 'Một thông tin thống nhất trong hai giờ.' });
await call('ministryLeader1', `/api/incidents/${crisis}/assignments`, { text: 'Đăng bản gốc của thông báo', assignee: 'unitPTTH' });
await as('ministryLeader1', desktop, async page => {
  await page.goto(`${url}/incidents/${crisis}`);
  await shot(page, 'screen-crisis', true);
});
await as(null, desktop, async page => {
  await page.goto(url + '/public/statements');
  await shot(page, 'screen-public');
});

await browser.close();
