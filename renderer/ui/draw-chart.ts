import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { lonePlaces, type ChartLine } from './day-chart.ts';

export interface ChartAsked {
  readonly days: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly wordDay: (day: number) => string;
  readonly wordValue: (value: number) => string;
  readonly onDrawn: () => void;
}

/** A chart on the screen. Lengths in CSS pixels, places within the area of the lines. */
export interface DrawnChart {
  readonly area: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly width: number;
  readonly leftOf: (place: number) => number;
  readonly topOf: (value: number) => number;
  /** The place under a point of the window. */
  readonly placeAt: (clientX: number) => number;
  readonly resize: () => void;
  readonly destroy: () => void;
}

// Whole weeks and months rather than hundreds of days.
const dayIncrements = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728];
const mostPoints = 45;

/** Draws lines over days into an element, as large as that is. Everything else about them is the caller's. */
export function drawChart(element: HTMLElement, asked: ChartAsked): DrawnChart {
  const { days, lines } = asked;
  const data = [[...days], ...lines.map(({ values }) => [...values])] as UPlot.AlignedData;
  const chart = new UPlot(optionsOf(element, asked), data, element);
  const { devicePixelRatio: ratio } = window;
  const left = () => chart.bbox.left / ratio;
  const width = () => chart.bbox.width / ratio;
  return {
    get area() {
      const { top, height } = chart.bbox;
      return { left: left(), top: top / ratio, width: width(), height: height / ratio };
    },
    get width() {
      return width();
    },
    leftOf: (place) => chart.valToPos(days[place] ?? 0, 'x'),
    topOf: (value) => chart.valToPos(value, 'y'),
    placeAt(clientX) {
      const day = chart.posToVal(clientX - element.getBoundingClientRect().left - left(), 'x');
      return Math.round(day) - (days[0] ?? 0);
    },
    resize: () => chart.setSize(sizeOf(element)),
    destroy: () => chart.destroy(),
  };
}

function optionsOf(
  element: HTMLElement,
  { days, lines, wordDay, wordValue, onDrawn }: ChartAsked,
): UPlot.Options {
  const colourOf = coloursIn(element);
  const { fontFamily, fontSize } = getComputedStyle(element);
  const axis = {
    stroke: colourOf('var(--text-muted)'),
    font: `${fontSize} ${fontFamily}`,
    grid: { stroke: colourOf('var(--line)'), width: 1 },
    ticks: { show: false },
  };
  const rem = Number.parseFloat(fontSize);
  return {
    ...sizeOf(element),
    // Half of the last day’s name stands beyond its place.
    padding: [10, rem * 2, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: {
        time: false,
        range: (_chart, first, last) => (first === last ? [first - 3, last + 3] : [first, last]),
      },
      y: { range: (_chart, least, most) => aroundValues(least, most) },
    },
    axes: [
      {
        ...axis,
        space: rem * 6,
        size: rem * 2.6,
        incrs: dayIncrements,
        grid: { show: false },
        values: (_chart, ticks) => ticks.map(wordDay),
      },
      { ...axis, space: rem * 4, size: rem * 4.6, values: (_chart, ticks) => ticks.map(wordValue) },
    ],
    series: [
      {},
      ...lines.map(({ name, colour, dash, values }): UPlot.Series => {
        const stroke = colourOf(colour);
        const lone = days.length <= mostPoints ? allPlaces(values) : lonePlaces(values);
        return {
          ...{ label: name, stroke, width: 2, dash: [...dash], spanGaps: false },
          points: { show: true, size: 6, stroke, fill: stroke, filter: () => lone },
        };
      }),
    ],
    hooks: { draw: [onDrawn] },
  };
}

function allPlaces(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, place) => (value === null ? [] : [place]));
}

/** Some air around what is shown; nothing is worth less than nothing. */
function aroundValues(least: number, most: number): [number, number] {
  // Nothing to show at all.
  if (!Number.isFinite(least) || !Number.isFinite(most)) return [0, 1];
  const air = Math.max((most - least) * 0.12, most * 0.01, 1);
  return [Math.max(0, least - air), most + air];
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): { width: number; height: number } {
  return { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight) };
}

/** What a colour of the style sheet is just now: a canvas knows no tokens. */
function coloursIn(element: HTMLElement): (colour: string) => string {
  const probe = document.createElement('span');
  return (colour) => {
    element.append(probe);
    probe.style.color = colour;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
