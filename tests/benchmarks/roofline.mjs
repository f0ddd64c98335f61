// How far each work is from the roof: the speed at which the memory moves its bytes.
// The roof is measured in the same run, by the work whose name starts with "copy, ".
// `work`: name → { time in ms, bytes, flops }; works without bytes are left out. Best rounds
// are compared, since another program that takes a core away lowers the roof, too.
export function rooflines(work) {
  const names = [...work.keys()].filter((name) => work.get(name).bytes > 0);
  const copy = names.find((name) => name.startsWith('copy, '));
  if (copy === undefined) return [];
  const speed = (amount, milliseconds) => amount / milliseconds / 1e6;  // in 10⁹ a second
  const roof = speed(work.get(copy).bytes, work.get(copy).time);
  const line = (name) => {
    const { time, bytes, flops } = work.get(name);
    const reached = speed(bytes, time);
    return `  ${name.padEnd(24)} ${(bytes / 1e6).toFixed(1).padStart(6)} MB` +
      ` ${reached.toFixed(1).padStart(6)} GB/s ${(100 * reached / roof).toFixed(0).padStart(5)} % of the roof` +
      (flops ? ` ${speed(flops, time).toFixed(1).padStart(6)} Gflop/s` : '');
  };
  return [
    `Roofline: two threads copy at ${roof.toFixed(1)} GB/s (read and written); the best round of each`,
    ...names.filter((name) => name !== copy).map(line),
  ];
}
