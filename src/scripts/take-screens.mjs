// Takes the README's pictures of the real screens from a running Ứng Phó with sample accounts.
// It plays a little: an incident is reported, verified and half-way through. Use a data folder of its own.
//   UNGPHO_URL (default http://localhost:8080), UNGPHO_PASSWORD, CHROMIUM (default /usr/bin/chromium),
//   UNGPHO_DATA_DIR (default data): its outbox has the letters with the links that need no sign-in
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const url = process.env.UNGPHO_URL ?? 'http://localhost:8080';
const password = process.env.UNGPHO_PASSWORD ?? 'ungpho-mau-2026';
const here = path.dirname(fileURLToPath(import.meta.url));
const images = path.join(here, '../docs/images');
const outbox = path.join(process.env.UNGPHO_DATA_DIR ?? path.join(here, '../../data'), 'outbox');

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

/** A body that is text is a CSV file. */
async function call(person, address, body) {
  const answer = await fetch(url + address, {
    method: body ? 'POST' : 'GET',
    headers: {
      Authorization: 'Basic ' + Buffer.from(person + ':' + password).toString('base64'),
      'Content-Type': typeof body === 'string' ? 'text/csv' : 'application/json'
    },
    body: typeof body === 'string' ? body : body && JSON.stringify(body)
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

/** The link in the newest letter that names all of this; letters come a little later. */
async function link(door, ...said) {
  for (let i = 0; i < 60; i++) {
    const letters = fs.readdirSync(outbox).filter(name => name.endsWith('.eml')).map(name => path.join(outbox, name))
      .sort((one, other) => fs.statSync(other).mtimeMs - fs.statSync(one).mtimeMs)
      .map(letter => fs.readFileSync(letter, 'utf8').replace(/=\r?\n/g, ''));
    const found = letters.find(text => text.includes(`/${door}/`) && said.every(word => text.includes(word)));
    if (found) {
      return url + found.match(new RegExp(`/${door}/[\\w-]+`))[0];
    }
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
  throw new Error(`No letter with /${door}/ and ${said}`);
}

const DAY = 24 * 3600 * 1000;
const IN_VIETNAM = 7 * 3600 * 1000;
const moment = at => new Date(at + IN_VIETNAM).toISOString().slice(0, 16) + '+07:00';
const day = at => moment(at).slice(0, 10);

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

// The administration: a week of duty with a hole, powers, the register with a campaign, and what readiness finds.
const midnight = Math.floor((Date.now() + IN_VIETNAM) / DAY) * DAY - IN_VIETNAM;
const monday = midnight - ((new Date(midnight + IN_VIETNAM).getUTCDay() + 6) % 7) * DAY;
const shifts = ['group,account,order,startsAt,endsAt'];
for (let i = 0; i < 14; i++) {
  const morning = monday + i * DAY + 7 * 3600 * 1000;
  const evening = morning + 12 * 3600 * 1000;
  const [first, second] = i % 2 ? ['1', '2'] : ['2', '1'];
  shifts.push(`dutyOfficer,dutyOfficer${first},1,${moment(morning)},${moment(evening)}`);
  shifts.push(`dutyOfficer,dutyOfficer${second},2,${moment(morning)},${moment(evening)}`);
  if (i !== 5 && monday + (i - 2) * DAY !== midnight) {
    shifts.push(`dutyOfficer,dutyOfficer${second},1,${moment(evening)},${moment(morning + DAY)}`);
  }
  shifts.push(`pressOfficer,pressOfficer1,1,${moment(morning)},${moment(morning + DAY)}`);
}
shifts.push(`dutyOfficer,dutyOfficer1,1,${moment(monday - 5 * 3600 * 1000)},${moment(monday + 7 * 3600 * 1000)}`);
shifts.push(`pressOfficer,pressOfficer1,1,${moment(monday - DAY)},${moment(monday + 7 * 3600 * 1000)}`);
await call('admin1', '/api/duty/shifts', shifts.join('\n') + '\n');

const power = (principal, deputy, mark, from, to, documentNumber, more) => call('ministryOffice1', '/api/delegations', {
  principal, deputy, mark, from: from && moment(Date.now() + from * DAY), to: moment(Date.now() + to * DAY),
  documentNumber, documentDate: day(Date.now() - DAY), ...more
});
await power('pressDirector1', 'pressDirector2', 'KT', null, 9, '45/QĐ-CBC');
await power('ministryLeader1', 'pressDirector2', 'TUQ', null, 20, '112/UQ-BTTTT', { processes: 'run-task-force', highestLevel: 3 });
await power('unitPTTH1', 'unitPTTH2', 'KT', 5, 12, '18/QĐ-PTTH');

const names = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Quang Cường', 'Phạm Thu Dung', 'Hoàng Minh Đức', 'Vũ Thị Giang', 'Đặng Hữu Hạnh'];
const contacts = ['agency,contactKind,personName,jobTitle,phone,email,activeFrom,documentNumber'];
const units = fs.readFileSync(path.join(here, '../main/resources/organisation/2023-04-28/units.csv'), 'utf8').trim().split('\n');
units.slice(1).map(line => line.split(',')).forEach(([code, , level], i) => {
  const seldom = { MINISTRY: 8, GOVERNMENT_AGENCY: 4, PROVINCE: 5, PROVINCE_DEPARTMENT: 2 }[level];
  if (seldom && i % seldom) {
    contacts.push([code, 'SPOKESPERSON', names[i % names.length], level === 'PROVINCE_DEPARTMENT' ? 'Phó Giám đốc' : 'Chánh Văn phòng',
      `024 3943 ${1000 + i}`, `${code.toLowerCase()}@vidu.example`, day(Date.now() - (20 + 4 * i) * DAY), `${i}/QĐ-${code}`].join(','));
  }
});
await call('pressOfficer1', '/api/contact-points', contacts.join('\n') + '\n');
const { number: campaign } = await call('pressOfficer1', '/api/contact-points/campaigns', { campaignDays: 30 });
for (const agency of ['UBND01', 'UBND79']) {
  const address = await link('contact-points', agency.toLowerCase());
  await as(null, { viewport: { width: 900, height: 620 } }, async page => {
    await page.goto(address);
    if (agency === 'UBND79') {
      await shot(page, 'screen-personal-link', true);
    }
    await page.click('main section > form button');
    await page.waitForLoadState();
  });
}

await call('dutyOfficer1', '/api/incidents', {
  title: 'Video cắt ghép phát biểu của lãnh đạo Sở', sector: 'Giáo dục', ownerUnit: 'UBND79',
  reach24h: 40000, growth1h: 1.2, sourceTier: 'C', harm: 'POTENTIAL', provinces: 1, sectors: 1
}).then(async ({ number: local }) => {
  const address = await link('acknowledge', local);
  await as(null, { ...phone, viewport: { width: 390, height: 480 } }, async page => {
    await page.goto(address);
    await shot(page, 'screen-acknowledge');
  });
});

await call('pressOfficer1', `/api/incidents/${crisis}/statements`, { purpose: 'Cập nhật tình hình' });
await as('admin1', { viewport: { width: 1280, height: 900 } }, async page => {
  const administration = url + '/administration';
  const see = async (place, name, height) => {
    await page.setViewportSize({ width: 1280, height });
    await page.goto(administration + place);
    await shot(page, name);
  };
  await see('/contact-points', 'screen-contact-points', 1000);
  await see(`/contact-points/campaigns/${campaign}`, 'screen-campaign', 760);
  await see('/duty?group=dutyOfficer', 'screen-duty', 1000);
  await see('/delegations?person=pressDirector1', 'screen-delegations', 1000);
  await see('/clocks', 'screen-clocks', 900);
  await page.goto(administration + '/readiness');
  await page.click('form[action$=checks] button');
  await page.waitForLoadState();
  await see('/readiness', 'screen-readiness', 1180);
  await see('/organisation', 'screen-organisation', 860);

  // The merger of 2025 meets an open task: what it would change, then, with a yes, a province in time.
  await page.click('form:has(input[value="2025-07-01"]) button');
  await page.waitForLoadState();
  await page.setViewportSize({ width: 1280, height: 900 });
  await shot(page, 'screen-organisation-preview');
  await page.click('form[action$="/organisation/import"] button');
  await page.waitForLoadState();
  await see('/organisation/units/UBND79', 'screen-unit', 860);
});

await browser.close();
