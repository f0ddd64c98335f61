// A verdict must follow from the numbers beside it.

export function checkClaims(book, faults) {
  for (const run of book.runs.values())
    for (const claim of run.claims.values()) {
      const verdict = verdictOf(claim);
      if (verdict !== claim.verdict)
        faults.add(`run/${run.name}/claims.csv`,
          `claim ${claim.id} says "${claim.verdict}", but ` +
            `${claim.measured} within [${claim.low}, ${claim.high}] means "${verdict}"`,
          'the program must state its claims through nn::Report::claim()');
    }
}

function verdictOf({ measured, low, high, condition }) {
  if (!(low <= measured && measured <= high)) return 'does not hold';
  return condition ? 'holds when' : 'holds';
}
