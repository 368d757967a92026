// Draws src/docs/images/order-of-events.png, who acts where and when, from the table "The order of events" of the README:
// steps, roles, phases and arrows are read there, so that table and picture say the same. Only places on paper stand here.
// Fails if the user tasks of processes/*.bpmn and those of the table, or their names, differ, or if a text does not fit.
//   node order-of-events.mjs [file with the table, default README.md]; CHROMIUM (default /usr/bin/chromium)
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SCALE = 2;
const HEADING = 'The order of events';

// From top to bottom. `codes`: groups or seats, the first code in the column "who". Rows of one lane: by seat or by track.
const LANES = [
  { vi: 'Cán bộ trực', en: 'Duty officer', codes: ['dutyOfficer'] },
  { vi: 'Chuyên viên Cục Báo chí', en: 'Press officer', codes: ['pressOfficer'] },
  { vi: 'Lãnh đạo Cục Báo chí', en: 'Press director', codes: ['pressDirector'] },
  { vi: 'Cơ quan có trách nhiệm, đơn vị được hỏi', en: 'Owner agency, units asked', codes: ['unit…'], tracks: ['', 'A', 'B'] },
  { vi: 'Văn phòng Bộ', en: 'Ministry office', codes: ['ministryOffice'] },
  { vi: 'Lãnh đạo Bộ', en: 'Ministry leader', codes: ['ministryLeader'] },
  { vi: 'Văn thư', en: 'Records clerk', codes: ['recordsClerk'] },
  { vi: 'Văn phòng Chính phủ, Thủ tướng', en: 'Government Office, Prime Minister', codes: ['governmentOffice', 'primeMinister'] },
  {
    vi: 'Thành viên Tổ công tác',
    en: 'Task force',
    seats: [
      { code: 'LEADER', vi: 'Tổ trưởng', en: 'leader' },
      { code: 'MEMBER', vi: 'Thành viên', en: 'members' },
      { code: 'SECRETARY', vi: 'Thư ký', en: 'secretary' },
    ],
  },
  { vi: 'Người phát ngôn', en: 'Spokesperson', codes: ['spokesperson'] },
];

// Numbered steps follow one another from left to right; these stand beside: [same place as step, plus so many pixels].
const BESIDE = { A1: [5, 0], A2: [8, 13], B1: [5, 0], B2: [9, 6], B3: [10, 12], B4: [11, 44], C1: [2, 0] };

const BOX = { width: 66, height: 47 };
const STEP = 38; // more than half a box: an arrow that comes down on one step passes the step before it
const WIDER = { 5: 7, 15: 2, 16: 7 }; // more room before a step, for lines that pass on its left
const PHASE_GAP = 11;
const GAP_BEFORE = { 12: 28 }; // room for the line down to B4
const TOGETHER = /(Lãnh|phê|kết|phát|Tờ) (đạo|duyệt|quả|thúc|ngôn|trình)/g; // words that no line's end parts
const LABELS = 116;
const MARGIN = 12;
const ROW = 61;
const TRACK_ROW = 68; // room below the steps for sheets and a return
const HEADER = 50;
const LEGEND = 40;

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
const source = path.resolve(process.argv[2] ?? path.join(projectRoot, 'README.md'));
const image = path.join(projectRoot, 'src', 'docs', 'images', 'order-of-events.png');

const { steps, phases, tracks } = readTable(await readFile(source, 'utf8'));
await compareWithProcesses();
const colours = readColours(await readFile(path.join(projectRoot, 'src/main/resources/static/styles/ung-pho.css'), 'utf8'));
const rows = layRows();
const width = placeSteps();
const height = rows.at(-1).top + ROW + LEGEND;
await photograph(picture());
console.log(`${path.basename(source)} -> ${path.relative(projectRoot, image)}`);

// ---- the table

function readTable(markdown) {
  const section = markdown.split(/^## /m).find((text) => text.startsWith(HEADING));
  if (!section) {
    throw new Error(`${source} has no section "${HEADING}"`);
  }
  const table = { steps: new Map(), phases: [], tracks: new Map() };
  for (const line of section.split('\n').filter((text) => text.startsWith('|'))) {
    const [id, event, task, who, , leadsTo] = line.split('|').slice(1, -1).map((cell) => cell.trim());
    const heading = event.match(/^\*\*(.+)\*\*(?:: (.+?))? \((.+)\)$/);
    if (heading) {
      const [, vi, note, en] = heading;
      id ? table.tracks.set(id, { vi, note, en }) : table.phases.push({ vi, en, steps: [] });
    } else if (/^(\d+|[A-Z]\d*)$/.test(id)) {
      const step = {
        id,
        name: event,
        track: id.replace(/\d+$/, ''),
        task: id !== 'S' && task.match(/^`[\w-]+` · `\w+`/)?.[0].replaceAll('`', ''),
        who: who.match(/`([^`]+)`/)?.[1],
        next: references(leadsTo, '→'),
        back: references(leadsTo, '↩'),
        address: leadsTo.match(/→ `([^`]+)`/)?.[1],
        many: task.includes('∥'),
        mayStop: leadsTo.includes('✕'),
        again: task.includes('↻'),
      };
      table.steps.set(id, step);
      if (!step.track) {
        table.phases.at(-1).steps.push(step);
      }
    }
  }
  table.phases = table.phases.filter((phase) => phase.steps.length > 0);
  return table;
}

function references(text, arrow) {
  return [...text.matchAll(new RegExp(`${arrow} ([A-Z]?\\d+(?:, [A-Z]?\\d+)*)`, 'g'))].flatMap((match) => match[1].split(', '));
}

async function compareWithProcesses() {
  const folder = path.join(projectRoot, 'processes');
  const drawn = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.bpmn'))) {
    for (const [tag] of (await readFile(path.join(folder, file), 'utf8')).matchAll(/<bpmn:userTask [^>]*>/g)) {
      drawn.set(`${path.basename(file, '.bpmn')} · ${tag.match(/ id="([^"]*)"/)[1]}`, tag.match(/ name="([^"]*)"/)[1]);
    }
  }
  const told = new Map([...steps.values()].filter((step) => step.task).map((step) => [step.task, step.name]));
  const wrong = [...new Set([...drawn.keys(), ...told.keys()])]
    .filter((task) => drawn.get(task) !== told.get(task))
    .map((task) => `${task}: in the process ${drawn.get(task) ?? 'missing'}, in the table ${told.get(task) ?? 'missing'}`);
  if (wrong.length > 0) {
    throw new Error(`The table differs from the processes:\n${wrong.join('\n')}`);
  }
}

/** The light colours of our pages. */
function readColours(css) {
  const light = css.slice(0, css.indexOf('@media'));
  return Object.fromEntries([...light.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]));
}

// ---- places

function layRows() {
  const lines = LANES.flatMap((lane) =>
    lane.seats?.map((seat) => ({ lane, codes: [seat.code], label: seat })) ??
    lane.tracks?.map((track) => ({ lane, codes: lane.codes, track, label: tracks.get(track) })) ??
    [{ lane, codes: lane.codes }],
  );
  let top = HEADER;
  for (const row of lines) {
    row.top = top;
    row.height = row.lane.tracks ? TRACK_ROW : ROW;
    top += row.height;
  }
  return lines;
}

function placeSteps() {
  let right = LABELS + MARGIN;
  let last;
  for (const phase of phases) {
    for (const step of phase.steps) {
      const first = step === phase.steps[0];
      step.x = !last ? right : first ? last.x + BOX.width + (GAP_BEFORE[step.id] ?? PHASE_GAP) : last.x + STEP + (WIDER[step.id] ?? 0);
      last = step;
    }
    phase.left = phase.steps[0].x - (phase.steps[0].many ? 10 : 5);
    phase.right = last.x + BOX.width + 5;
  }
  right = last.x + BOX.width + MARGIN;
  for (const step of steps.values()) {
    const beside = BESIDE[step.id];
    if (beside) {
      step.x = steps.get(String(beside[0])).x + beside[1];
    }
    const row = rows.find(({ codes, track }) => codes.includes(step.who) && (track === undefined || track === step.track));
    if (!row) {
      throw new Error(`Step ${step.id}: no lane for "${step.who}"`);
    }
    step.y = row.top + (ROW - BOX.height) / 2;
    step.middle = step.y + BOX.height / 2;
    step.centre = step.x + BOX.width / 2;
  }
  return right;
}

// ---- drawing

function ink(track) {
  return { '': colours.top, A: colours.good, B: colours['level-2-ink'], C: colours['level-3-ink'], S: colours['level-3-ink'] }[track];
}

function paper(track) {
  return { '': colours['level-1'], A: colours['good-ground'], B: colours['level-2'], C: colours['level-3'], S: colours['level-3'] }[track];
}

function picture() {
  // The main line is drawn last: it lies on top where lines share their way.
  const arrows = [...steps.values()].sort((one, other) => (one.track < other.track ? 1 : -1)).flatMap(arrowsFrom);
  return `<!doctype html>
    <style>
      body { margin: 0; background: ${colours.paper}; color: ${colours.ink}; font: 10.5px/13px "Liberation Sans", Arial, sans-serif; }
      #picture { position: relative; width: ${width}px; height: ${height}px; overflow: hidden; background: ${colours.paper}; }
      #picture > * { position: absolute; box-sizing: border-box; }
      small { display: block; font-size: 9.5px; line-height: 11.5px; font-weight: normal; color: ${colours.quiet}; }
      .phase { top: 8px; height: 34px; padding-top: 4px; background: ${colours.top}; color: ${colours.paper};
        text-align: center; font-weight: bold; font-size: 11.5px; border-radius: 4px; white-space: nowrap; }
      .before { top: 42px; bottom: ${LEGEND}px; border-left: 1px dashed ${colours.line}; }
      .phase small { color: ${colours['level-1']}; }
      .lane { left: 0; width: 100%; border-top: 1px solid ${colours.line}; }
      .lane.odd { background: ${colours.ground}; }
      .role { left: 0; width: ${LABELS}px; padding: 0 6px 0 8px; display: grid; align-content: center; font-weight: bold; font-size: 11px;
        text-wrap: balance; }
      .row { display: grid; align-content: center; line-height: 12px; text-wrap: balance; }
      .row b { font-size: 10.5px; }
      .step { width: ${BOX.width}px; height: ${BOX.height}px; display: grid; place-content: center; text-align: center;
        padding: 2px 3px 0; text-wrap: balance; border: 1.25px solid; border-radius: 5px; line-height: 12.5px; }
      .number { min-width: 16px; height: 16px; padding: 0 3px; border-radius: 8px; color: ${colours.paper};
        font: bold 10px/17px "Liberation Sans", Arial, sans-serif; text-align: center; }
      .bar { height: 26px; display: flex; align-items: center; padding-left: 30px; border: 1.25px solid; border-radius: 5px; }
      .address { height: 24px; display: flex; align-items: center; padding: 0 10px; border: 1.25px solid; border-radius: 12px;
        font-weight: bold; white-space: nowrap; }
      .legend { display: flex; align-items: center; gap: 22px; white-space: nowrap; }
      .legend span { display: flex; align-items: center; gap: 6px; }
      .legend small { display: inline; }
      svg { overflow: visible; }
      path { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
      .back { stroke-width: 1.1; stroke-dasharray: 4 2.5; }
    </style>
    <div id="picture">
      <div class="role" style="top: 8px; height: 34px">Ai làm, khi nào<small>who acts, and when</small></div>
      ${LANES.map(drawLane).join('')}
      ${rows.map(drawRowLabel).join('')}
      ${phases.map(drawPhase).join('')}
      <svg width="${width}" height="${height}" style="left: 0; top: 0">${arrows.join('')}</svg>
      ${[...steps.values()].map(drawStep).join('')}
      ${drawLegend()}
    </div>`;
}

function drawPhase({ vi, en, left, right }, index) {
  return `${index > 0 ? `<div class="before" style="left: ${left}px"></div>` : ''}
    <div class="phase" style="left: ${left}px; width: ${right - left}px">${vi}<small>${en}</small></div>`;
}

function drawLane(lane, index) {
  const own = rows.filter((row) => row.lane === lane);
  const place = `top: ${own[0].top}px; height: ${own.reduce((sum, row) => sum + row.height, 0)}px`;
  return `<div class="lane ${index % 2 === 0 ? 'odd' : ''}" style="${place}"></div>
    <div class="role" style="${place}">${lane.vi}<small>${lane.en}</small></div>`;
}

function drawRowLabel({ lane, label, top, height: high }) {
  if (!label) {
    return '';
  }
  const wide = steps.get(lane.tracks ? '4' : '5').x - LABELS - MARGIN;
  return `<div class="row" style="left: ${LABELS + MARGIN}px; width: ${wide}px; top: ${top}px; height: ${high}px">
      <b>${label.vi}</b>${label.note ? `<span>${label.note}</span>` : ''}<small>${label.en}</small>
    </div>`;
}

function drawStep(step) {
  const { id, name, track, x, y, middle, many, again, mayStop, address } = step;
  const [dark, light] = [ink(track), paper(track)];
  const colour = `border-color: ${dark}; background: ${light}`;
  if (x === undefined) {
    const left = barLeft(step);
    return `<div class="bar" style="left: ${left}px; right: ${MARGIN}px; top: ${middle - 13}px; ${colour}">${name}</div>
      ${badge(id, left + 7, middle - 8, dark)}`;
  }
  const stack = many ? `; box-shadow: ${stacked(dark, light)}` : '';
  return `<div class="step" style="left: ${x}px; top: ${y}px; ${colour}${stack}">${name.replace(TOGETHER, '$1&nbsp;$2')}</div>
    ${badge(id, x - 2, y - 10, dark)}
    ${again ? loop(x + BOX.width - 14, y - 9, dark) : ''}
    ${mayStop ? stop(x + BOX.width - 14, y - 9) : ''}
    ${address ? `<div class="address" style="left: ${x + BOX.width + 30}px; top: ${middle - 12}px; ${colour}">${address}</div>` : ''}`;
}

function badge(id, x, y, colour) {
  return `<div class="number" style="left: ${x}px; top: ${y}px; background: ${colour}">${id}</div>`;
}

/** Two more sheets below, to the left: arrows leave on the right. */
function stacked(dark, light) {
  return [2, 4].map((by) => `-${by}px ${by}px 0 -0.5px ${light}, -${by}px ${by}px 0 0.75px ${dark}`).join(', ');
}

function loop(x, y, colour) {
  return mark(x, y, colour, 'M 10.4 5.2 A 4 4 0 1 0 11 7.6 M 11.4 2.9 L 10.7 5.7 L 7.9 5.2');
}

function stop(x, y) {
  return mark(x, y, colours.bad, 'M 4.5 4.5 L 9.5 9.5 M 9.5 4.5 L 4.5 9.5');
}

function mark(x, y, colour, sign) {
  return `<svg width="14" height="14" style="left: ${x}px; top: ${y}px">
      <circle cx="7" cy="7" r="6.5" fill="${colours.paper}" stroke="${colour}" stroke-width="1"/>
      <path d="${sign}" stroke="${colour}" style="stroke-width: 1.3"/>
    </svg>`;
}

/** Whatever may happen at any time is a bar over the time; it begins above the step to which it leads. */
function barLeft(step) {
  return steps.get(step.back[0]).centre + 9;
}

function arrowsFrom(step) {
  if (step.x === undefined) {
    const to = known(step.back[0], step);
    return [arrow([[to.centre + 20, step.middle], [to.centre + 20, to.y]], ink(step.track))];
  }
  const forward = step.next.map((id) => leadOn(step, known(id, step))).reverse();
  const back = step.back.map((id) => sendBack(step, known(id, step)));
  const out = step.address ? [arrow([[step.x + BOX.width, step.middle], [step.x + BOX.width + 29, step.middle]], ink(step.track))] : [];
  return [...back, ...forward, ...out];
}

function known(id, from) {
  const step = steps.get(id);
  if (!step) {
    throw new Error(`Step ${from.id} leads to ${id}, which is not in the table`);
  }
  return step;
}

/** To the right, then up or down; the first step of a track is entered from the left, as it stands below the next one. */
function leadOn(from, to) {
  const colour = ink(to.track || from.track);
  const start = [from.x + BOX.width, from.middle];
  if (from.middle === to.middle) {
    return arrow([start, [to.x, to.middle]], colour);
  }
  if (from.track !== to.track && to.track) {
    const x = steps.get(from.next[0]).centre;
    return arrow([start, [x, from.middle], [x, to.middle], [to.x, to.middle]], colour);
  }
  return arrow([start, [to.centre, from.middle], [to.centre, to.y + (to.middle < from.middle ? BOX.height : 0)]], colour);
}

/** Up: out on the left, in from below, one way for all from its lowest step on. Down: in from the right, or from below where another step stands between. */
function sendBack(from, to) {
  const low = 14;
  const bottom = to.y + BOX.height;
  if (from.middle > to.middle) {
    const joins = [...steps.values()].some((step) => step.middle > from.middle && step.back.includes(to.id));
    const out = [[from.x, from.middle + low], [to.x + 11, from.middle + low]];
    return joins ? line(out, colours.bad, 'back') : arrow([...out, [to.x + 11, bottom]], colours.bad, 'back');
  }
  if (from.middle === to.middle) {
    return arrow([[from.x, from.middle + low], [to.x + BOX.width, to.middle + low]], colours.bad, 'back');
  }
  const x = from.centre + low;
  const between = [...steps.values()].some((step) => step.middle === to.middle && to.x < step.x && step.x < x);
  if (between) {
    return arrow([[x, from.y + BOX.height], [x, bottom + 12], [to.centre, bottom + 12], [to.centre, bottom]], colours.bad, 'back');
  }
  return arrow([[x, from.y + BOX.height], [x, to.middle + low], [to.x + BOX.width, to.middle + low]], colours.bad, 'back');
}

function arrow(points, colour, kind = 'on') {
  const [[x0, y0], [x1, y1]] = points.slice(-2);
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const [size, half] = kind === 'back' ? [6, 2.8] : [7, 3.4];
  const [bx, by] = [x1 - dx * size, y1 - dy * size];
  return `${line([...points.slice(0, -1), [bx, by]], colour, kind)}
    <polygon points="${x1},${y1} ${bx - dy * half},${by + dx * half} ${bx + dy * half},${by - dx * half}" fill="${colour}"/>`;
}

function line(points, colour, kind) {
  return `<path class="${kind}" d="M ${points.map((point) => point.join(' ')).join(' L ')}" stroke="${colour}"/>`;
}

function drawLegend() {
  const sample = (content) => `<svg width="26" height="14">${content}</svg>`;
  return `<div class="legend" style="left: ${LABELS + MARGIN}px; right: 0; top: ${height - LEGEND}px; height: ${LEGEND}px">
      <span>${sample(arrow([[0, 7], [26, 7]], colours.top))} tiếp theo <small>leads to</small></span>
      <span>${sample(arrow([[26, 7], [0, 7]], colours.bad, 'back'))} trả lại <small>returned</small></span>
      <span><i class="step" style="position: static; width: 20px; height: 12px; margin: 0 0 4px 6px; border-radius: 3px; border-color: ${colours.top};
        background: ${colours['level-1']}; box-shadow: ${stacked(colours.top, colours['level-1'])}"></i>
        song song <small>one per unit or seat</small></span>
      <span>${loop(0, 0, colours.top)} lặp lại <small>again and again</small></span>
      <span>${stop(0, 0)} từ chối, rút: sang A1 <small>refused, withdrawn: A1</small></span>
    </div>`;
}

async function photograph(html) {
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
    const page = await browser.newPage({ deviceScaleFactor: SCALE, viewport: { width: Math.ceil(width), height }, offline: true });
    await page.setContent(html);
    const tooLong = await page.$$eval('.step, .role, .row, .phase, .bar', (boxes) =>
      boxes.filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1).map((box) => box.textContent.trim()),
    );
    if (tooLong.length > 0) {
      throw new Error(`Does not fit its place:\n${tooLong.join('\n')}`);
    }
    await writeFile(image, await page.locator('#picture').screenshot());
  } finally {
    await browser.close();
  }
}
