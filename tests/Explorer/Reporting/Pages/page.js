'use strict';

const read = id => JSON.parse(document.getElementById(id).textContent);
const schedules = read('schedules-json');
const sources = read('sources-json');
const byId = id => document.getElementById(id);
let schedule = schedules[0];
let at = 0;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function place(step) {
  return step.line > 0 ? `${step.file}:${step.line}` : '';
}

function sentence(step) {
  const words = [`Step ${at + 1} of ${schedule.steps.length}: ${step.who} ${step.does}`];
  if (step.marker) words.push(step.marker);
  if (step.racing) words.push('part of a data race');
  if (place(step)) words.push(place(step));
  return words.join(', ');
}

function drawSchedules() {
  schedules.forEach((one, index) => {
    const radio = element('input', {
      type: 'radio', name: 'schedule', checked: index === 0, id: `schedule-${index}`,
    });
    radio.addEventListener('change', () => {
      schedule = one;
      drawSteps();
      go(0);
    });
    byId('schedules').append(element('label', {}, radio, ` ${one.title}`));
  });
}

function drawSteps() {
  const heads = [...schedule.operations, 'Line'].map(name => element('th', { scope: 'col' }, name));
  const body = element('tbody');
  schedule.steps.forEach((step, index) => {
    const cells = schedule.operations.map((_, column) => cell(step, column));
    const row = element('tr', {}, ...cells, element('td', {}, place(step)));
    row.addEventListener('click', () => go(index));
    body.append(row);
  });
  byId('steps').replaceChildren(element('thead', {}, element('tr', {}, ...heads)), body);
}

function cell(step, column) {
  if (column !== step.operation) return element('td');
  const does = element('span', { className: step.racing ? 'racing' : '' }, step.does);
  return step.marker
    ? element('td', {}, does, ' ', element('span', { className: 'marker' }, step.marker))
    : element('td', {}, does);
}

function drawMemory() {
  // What is known grows at its end, so a place in the list stays that of one variable.
  const before = schedule.steps[at - 1]?.memory ?? [];
  const rows = schedule.steps[at].memory.map(({ name, value }, index) => {
    const changed = before[index]?.value !== value;
    return element('tr', { className: changed ? 'changed' : '' },
      element('th', { scope: 'row' }, name), element('td', {}, value));
  });
  byId('memory').replaceChildren(...rows);
}

/** Each operation stands where its last step so far was. */
function standing(path) {
  const lines = new Map();
  schedule.operations.forEach((_, operation) => {
    const last = schedule.steps.slice(0, at + 1)
      .findLast(step => step.operation === operation && step.line > 0);
    if (last?.path !== path) return;
    lines.set(last.line, [...lines.get(last.line) ?? [], last.who]);
  });
  return lines;
}

function drawSource() {
  const step = schedule.steps.slice(0, at + 1).findLast(s => s.path in sources);
  byId('source-title').textContent = step ? step.file : 'Source';
  if (!step) return byId('source').replaceChildren();
  const here = standing(step.path);
  byId('source').replaceChildren(...sources[step.path].map((text, index) => {
    const number = index + 1;
    const line = element('li', {},
      element('span', { className: 'number' }, `${number}`),
      element('span', { className: 'who' }, (here.get(number) ?? []).join(' ')),
      element('code', {}, text));
    if (number === step.line && step === schedule.steps[at]) line.setAttribute('aria-current', 'step');
    return line;
  }));
  show(byId('source').querySelector('[aria-current]'));
}

/** Scrolls the panel, never the page under the reader's eyes. */
function show(line) {
  const panel = line?.closest('.scroll');
  if (panel) panel.scrollTop = line.offsetTop - panel.offsetTop - panel.clientHeight / 2;
}

/** A disabled button would lose the focus of whoever has just pressed it. */
function dim(buttons, isDim) {
  for (const id of buttons) byId(id).setAttribute('aria-disabled', isDim);
}

function go(index) {
  at = Math.max(0, Math.min(index, schedule.steps.length - 1));
  [...byId('steps').tBodies[0].rows].forEach((row, i) => {
    row.className = i > at ? 'ahead' : '';
    if (i === at) row.setAttribute('aria-current', 'step');
    else row.removeAttribute('aria-current');
  });
  show(byId('steps').tBodies[0].rows[at]);
  dim(['first', 'back'], at === 0);
  dim(['forward', 'last'], at === schedule.steps.length - 1);
  byId('now').textContent = sentence(schedule.steps[at]);
  drawMemory();
  drawSource();
}

const moves = {
  first: () => go(0),
  back: () => go(at - 1),
  forward: () => go(at + 1),
  last: () => go(schedule.steps.length - 1),
};
const keys = { Home: 'first', ArrowLeft: 'back', ArrowRight: 'forward', End: 'last' };

for (const [id, move] of Object.entries(moves)) byId(id).addEventListener('click', move);
document.addEventListener('keydown', event => {
  // The arrows choose between the schedules while one of these has the focus.
  if (event.target.type === 'radio' || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!(event.key in keys)) return;
  event.preventDefault();
  moves[keys[event.key]]();
});

drawSchedules();
drawSteps();
go(0);
