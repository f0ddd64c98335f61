// A formula is computed by a function, tested by a test, and its error is measured.

export function checkFormulas(book, faults) {
  for (const formula of book.formulas.values()) {
    const report = (what, remedy) => faults.add(formula.place, `formula ${formula.id} ${what}`, remedy);
    if (!formula.tex) report('has no text', 'close it with \\endformula on a line of its own');
    if (formula.implemented.length === 0)
      report('is implemented by no function',
        `write \\implements{${formula.id}} in the doc comment of the function that computes it`);
    if (formula.tests.length === 0)
      report('has no test', `tag the Catch2 test that compares it in 50 digits with [${formula.id}]`);
    else checkError(formula, faults);
  }
}

function checkError(formula, faults) {
  const [{ file, line }] = formula.tests;
  const report = (what, remedy) => faults.add(`${file}:${line}`, `the test of formula ${formula.id} ${what}`, remedy);
  const { oracle } = formula;
  if (!oracle)
    report('recorded no error',
      `call oracle::record("${formula.id}", worst_error, "ulp", tolerance) in it and build formulas_NN`);
  else if (!(oracle.error <= oracle.tolerance))
    report(`measured ${oracle.error} ${oracle.unit}, above its tolerance ${oracle.tolerance}`,
      'mend the function, or the accuracy that its doc comment promises');
}

// After Doxygen: the function's documentation must be on a page, else nothing can link to it.
export function checkFunctions(book, faults) {
  for (const formula of book.formulas.values())
    if (formula.implemented.length > 0 && formula.functions.length === 0)
      faults.add(formula.implemented[0], `\\implements{${formula.id}} is in no reference page`,
        'put it into the doc comment of a function or class that is declared in a header');
}
