// Each check of the book's build: a fault is planted in the fixture, and the build must end
// with status 1 and one line that names the place, the fault and the remedy.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { append, buildFixture, swap } from './fixture.mjs';

const PAGE = 'book/en/ch01.md';
const HEADER = 'common/nn/sum.hpp';
const TEST = 'tests/common/sum_test.cpp';
const LEDGER = 'book/en/claims_ledger.md';
const CLAIMS = 'build/run/01_sum/claims.csv';

const FAULTS = [
  // formulas
  ['a formula that nothing implements', HEADER, swap('/// \\implements{sum}\n', ''), `${PAGE}:7: formula sum is implemented by no function; write \\implements{sum}`],
  ['\\implements of an unknown formula', HEADER, swap('/// \\implements{sum}\n', '/// \\implements{sum}\n/// \\implements{product}\n'), `${HEADER}:10: \\implements{product}: no page defines this formula`],
  ['\\eqref of an unknown formula', PAGE, swap('\\eqref{sum}', '\\eqref{product}'), `${PAGE}:11: \\eqref{product}: no page defines this formula; known are sum`],
  ['\\eqref of an unknown formula in a doc comment', HEADER, swap('\\eqref{sum}', '\\eqref{product}'), `${HEADER}:11: unable to resolve reference to 'eq_product'`],
  ['a formula defined twice', PAGE, append('\n\\formula{sum,Again}\nt\n\\endformula\n'), 'formula sum is already defined at book/en/ch01.md:7'],
  ['a formula without a test', TEST, swap('[sum]', '[other]'), `${PAGE}:7: formula sum has no test; tag the Catch2 test`],
  ['a formula test that recorded nothing', 'build/oracle/sum.csv', null, `${TEST}:3: the test of formula sum recorded no error`],
  ['an error above its tolerance', 'build/oracle/sum.csv', swap('0.5,ulp,0.5', '0.75,ulp,0.5'), `${TEST}:3: the test of formula sum measured 0.75 ulp, above its tolerance 0.5`],
  ['an error that is not a number', 'build/oracle/sum.csv', swap('0.5,ulp,0.5', 'nan,ulp,0.5'), 'measured NaN ulp, above its tolerance 0.5'],
  ['a TeX error', PAGE, swap('s = a + b', 's = \\fraction{a}{b}'), `${PAGE}:8: TeX error: KaTeX parse error: Undefined control sequence: \\fraction`],
  ['a TeX error within a line', PAGE, swap('O(1)', '\\mathb{O}'), `${PAGE}:13: TeX error`],
  // weaving
  ['a line of code in no listing', 'chapters/01_sum/main.cpp', append('\nint stray = 0;\n'), 'chapters/01_sum/main.cpp:11: 1 line(s) of code are in no listing; put // [snip:name] before and after'],
  ['an unknown snippet', PAGE, swap('nn/sum.hpp,add,', 'nn/sum.hpp,plus,'), `${PAGE}:13: \\listing: common/nn/sum.hpp has no snippet plus; known are add, adder`],
  ['a listing of an unknown file', PAGE, swap('nn/sum.hpp,add,', 'nn/som.hpp,add,'), `${PAGE}:13: \\listing: there is no file common/nn/som.hpp`],
  ['a snippet that no page includes', PAGE, swap(/\\listing\{01_sum.*\n/, ''), 'chapters/01_sum/main.cpp:5: no page includes snippet main; write \\listing{01_sum/main.cpp,main,Caption}'],
  ['a snippet that is not closed', 'chapters/01_sum/main.cpp', swap(/\/\/ \[snip:main\]\n$/, ''), 'chapters/01_sum/main.cpp:5: snippet main is opened but not closed'],
  ['a snippet name used twice', HEADER, swap(/$/, '// [snip:add]\n// [snip:add]\n'), 'snippet add opens a second time'],
  ['snippets that overlap', HEADER, swap('    // [snip:adder-call]\n\nprivate', '\nprivate'), 'snippet adder closes before adder-call, which opened inside it'],
  ['a listing that is too long', 'chapters/01_sum/main.cpp', swap('    return', `${'    nn::add(1, 2);\n'.repeat(13)}    return`), `${PAGE}:19: \\listing: snippet main of chapters/01_sum/main.cpp has 16 lines of code, at most 15 fit`],
  // results
  ['a missing run', PAGE, swap('\\output{01_sum', '\\output{02_sum'), `${PAGE}:21: there is no run 02_sum; known are 01_sum`],
  ['a missing output section', PAGE, swap('01_sum,first', '01_sum,third'), `${PAGE}:21: \\output: the run of 01_sum printed no section third; known are first, second`],
  ['a missing value', PAGE, swap('printed \\value{01_sum,three}', 'printed \\value{01_sum,four}'), `${PAGE}:23: \\value: the run of 01_sum left no value four; known are three`],
  ['a missing figure', 'build/run/01_sum/line.svg', null, `${PAGE}:25: \\figure: run/01_sum/line.svg is missing`],
  ['a figure without alternative text', PAGE, swap(/,A "straight".*/, ',}'), `${PAGE}:25: \\figure{line} has no alternative text`],
  ['an unknown claim', PAGE, swap('commutes', 'computes'), `${PAGE}:27: \\claim: the run of 01_sum tested no claim computes; known are commutes, associates`],
  ['prose for another verdict', PAGE, swap('commutes,holds', 'commutes,does not hold'), `${PAGE}:27: \\claim{commutes}: the prose was written for "does not hold", the run says "holds"`],
  ['a verdict of a missing run', LEDGER, swap('\\verdict{01_sum', '\\verdict{02_sum'), `${LEDGER}:7: there is no run 02_sum; known are 01_sum`],
  ['a verdict of an unknown claim', LEDGER, swap('commutes', 'computes'), `${LEDGER}:7: \\verdict: the run of 01_sum tested no claim computes; known are commutes, associates`],
  ['a sentence for another verdict', LEDGER, swap('commutes,holds', 'commutes,holds when'), `${LEDGER}:7: \\verdict{commutes}: the prose was written for "holds when", the run says "holds"`],
  ['a verdict without a card', LEDGER, swap('commutes,holds', 'associates,does not hold'), `${LEDGER}:7: \\verdict{associates}: no page shows the card of this claim; write \\claim{01_sum,associates,does not hold}`],
  ['a verdict against its numbers', CLAIMS, swap('differences,0,0,0', 'differences,2,0,0'), 'run/01_sum/claims.csv: claim commutes says "holds", but 2 within [0, 0] means "does not hold"'],
  ['a claim measured as not a number', CLAIMS, swap('differences,0,0,0', 'differences,nan,0,0'), 'claim commutes says "holds", but NaN within [0, 0] means "does not hold"'],
  ['a condition that the verdict forgets', CLAIMS, swap('0,0,0,holds,', '0,0,0,holds,numbers are finite'), 'means "holds when"'],
  // links and names
  ['a dead link to a page', PAGE, append('\nSee [this](nowhere.html).\n'), `${PAGE}:31: dead link nowhere.html`],
  ['a dead anchor', PAGE, append('\nSee [this](index.html#nowhere).\n'), `${PAGE}:31: dead link index.html#nowhere`],
  ['a dead picture', PAGE, append('\n<img src="nowhere.png" alt="nothing">\n'), `${PAGE}:31: dead link nowhere.png`],
  ['a dead \\ref', PAGE, append('\nSee \\ref gone.\n'), `${PAGE}:31: unable to resolve reference to 'gone'`],
  ['a dead name in prose', PAGE, append('\nSee nn::gone().\n'), `${PAGE}:31: nn::gone() looks like our code, but there is nothing to link it to`],
  ['a dead name as code', PAGE, append('\nSee `nn::Gone`.\n'), `${PAGE}:31: nn::Gone looks like our code`],
  ['a dead call without namespace', PAGE, append('\nSee `gone()`.\n'), `${PAGE}:31: gone() looks like our code`],
  ['a dead member', PAGE, append('\nSee Adder::gone().\n'), `${PAGE}:31: Adder::gone() looks like our code`],
  ['a dead name in a doc comment', HEADER, swap('it has a name', 'nn::gone() has a name'), `${HEADER}:11: nn::gone() looks like our code`],
  ['a dead name in an exercise', 'chapters/01_sum/exercises/1_difference/exercise.md', append('See nn::gone().\n'), '1_difference/exercise.md:5: nn::gone() looks like our code'],
  ['an unknown exercise', PAGE, swap('\\exercise{1.1}', '\\exercise{1.2}'), `${PAGE}:29: \\exercise{1.2}: there is no such exercise; known are 1.1`],
  ['an exercise on no page', PAGE, swap('\\exercise{1.1}\n', ''), '1_difference/exercise.md:1: exercise 1.1 is on no page'],
  ['an exercise without a size', 'chapters/01_sum/exercises/1_difference/exercise.md', swap('size: practice\n', ''), '1_difference/exercise.md:1: the exercise has no title and size'],
  ['an unknown bibliography key', PAGE, swap('\\source{knuth-1997}', '\\source{knuth-1998}'), `${PAGE}:11: \\source{knuth-1998}: the bibliography has no such entry`],
  ['an unknown bibliography key in a doc comment', HEADER, swap('\\source{knuth-1997}', '\\source{knuth-1998}'), `${HEADER}:11: \\source{knuth-1998}: the bibliography has no such entry`],
  ['an unknown value in an exercise', 'chapters/01_sum/exercises/1_difference/exercise.md', append('It was \\value{01_sum,four}.\n'), '1_difference/exercise.md:5: \\value: the run of 01_sum left no value four'],
  ['an unknown generated part', PAGE, append('\n\\generated{index}\n'), `${PAGE}:31: \\generated{index}: there is nothing of this name`],
  // pages
  ['a page that the main page does not list', 'book/en/lost.md', append('# Lost {#lost}\n'), 'book/en/lost.md:1: page lost is in no part of the book'],
  ['a page without an id', 'book/en/lost.md', append('# Lost\n'), 'book/en/lost.md:1: the page has no id'],
];

describe('the build fails, and says where and why, on', { concurrency: 2 }, () => {
  for (const [name, file, edit, message] of FAULTS)
    it(name, async () => {
      const { status, errors } = await buildFixture({ [file]: edit });
      assert.equal(status, 1, errors);
      const line = errors.split('\n').find(each => each.includes(message));
      assert.ok(line, `no line with\n  ${message}\nin\n${errors}`);
      assert.match(line, /^[\w/.]+(:\d+)?: .+; .+$/);
    });
});
