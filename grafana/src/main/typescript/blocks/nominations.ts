import { readFileSync } from 'node:fs';

export interface Criterion {
  measure: string;
  better: 'high' | 'low';
  weight: number;
}

export interface Nomination {
  id: string;
  name: string;
  by: Criterion[];
  enough: { measure: string; least: number };
}

/** Those of the command `otklik rating`: its file is written in one form, which this reads line by line. */
export function nominations(): Nomination[] {
  const list: Nomination[] = [];
  const last = () => list[list.length - 1];
  for (const line of readFileSync('../deploy/cli/src/main/resources/io/otklik/cli/rating/nominations.yaml', 'utf8').split('\n')) {
    const id = /^ +- id: (\S+)$/.exec(line);
    const name = /^ +name: (.+)$/.exec(line);
    const criterion = /^ +- \{measure: (\w+), better: (high|low)(?:, weight: ([\d.]+))?\}$/.exec(line);
    const enough = /^ +enough: \{(\w+): (\d+)\}$/.exec(line);
    if (id) list.push({ id: id[1], name: '', by: [], enough: { measure: '', least: 0 } });
    else if (name) last().name = name[1];
    else if (criterion) last().by.push({ measure: criterion[1], better: criterion[2] as 'high' | 'low', weight: Number(criterion[3] ?? 1) });
    else if (enough) last().enough = { measure: enough[1], least: Number(enough[2]) };
    else if (line.trim() !== '' && !/^(#|nominations:$| +by:$)/.test(line)) throw new Error(`nominations.yaml has a line of another form: ${line}`);
  }
  return list;
}

/** Weighted mean of the ranks, ties in the middle of their places, the unknown last: as the command ranks. */
export function score({ by }: Nomination): string {
  const weights = by.reduce((sum, one) => sum + one.weight, 0);
  const ranks = by.map(
    ({ measure, better, weight }) =>
      `${weight} * (rank() OVER (ORDER BY ${measure} ${better === 'high' ? 'DESC' : 'ASC'} NULLS LAST) + (count() OVER (PARTITION BY ${measure}) - 1) / 2)`,
  );
  return `(${ranks.join('\n          + ')}) / ${weights}`;
}
