// The whole small book passes, and its pages hold what they should; then the parts alone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatCsv, parseCsv } from '../../book/tools/csv.mjs';
import { Faults } from '../../book/tools/faults.mjs';
import { findTests } from '../../book/tools/read/catch2.mjs';
import { findCommands } from '../../book/tools/read/commands.mjs';
import { findSnippets } from '../../book/tools/read/snippets.mjs';
import { kindOf } from '../../book/tools/read/sources.mjs';
import { boundsText, numberText } from '../../book/tools/render/numbers.mjs';
import { curlQuotes } from '../../book/tools/render/typography.mjs';
import { WORDS } from '../../book/tools/words.mjs';
import { buildFixture, swap } from './fixture.mjs';

const { status, out, errors, pages } = await buildFixture();

describe('the unharmed book', () => {
  const chapter = pages.get('en/ch01.html');
  const has = (page, text) => assert.ok(page.includes(text), `no ${text} in\n${page}`);

  it('builds without a word but the count', () => {
    assert.equal(errors, '');
    assert.equal(status, 0);
    assert.equal(out, 'woven: 17 of 17 lines\n');
  });
  it('links a formula to its function and to the line of its test', () => {
    assert.match(chapter, /In code: <a href="namespacenn\.html#a[0-9a-f]+">nn::<wbr>add\(\)<\/a> · Tested by <a href="sum__test_8cpp_source\.html#l00003">a sum rounds once<\/a>/);
  });
  it('shows the formula beside its function', () => {
    assert.match(pages.get('en/namespacenn.html'), /<dt>Computes<\/dt><dd><a href="ch01\.html#eq_sum">\(1\.1\) The sum<\/a> <span class="katex-display">/);
  });
  it('numbers a listing and links it to its line', () => {
    has(chapter, '<b>Listing 1.1</b> <span>The sum, in ');
    has(chapter, '<a href="sum_8hpp_source.html#l00013">common/<wbr>nn/<wbr>sum.hpp:13</a>');
  });
  it('leaves doc comments out of a listing and links to the one inside', () => {
    const listing = chapter.slice(chapter.indexOf('id="listing-1.2"'), chapter.indexOf('id="listing-1.3"'));
    assert.ok(!listing.includes('Keeps the number'));
    has(listing, '    <span class="elsewhere">⟨ <a href="ch01.html#listing-1.3">Listing 1.3</a> ⟩</span>');
  });
  it('takes away the indent of a listing', () =>
    assert.match(chapter, /id="listing-1\.3"[\s\S]*?<span class="lineno">27<\/span><span class="keywordtype">double/));
  it('shows outputs, values, claims, figures, exercises and citations', () => {
    has(chapter, '<pre class="fragment" tabindex="0">1 + 2 = 3</pre>');  // the claim is a card
    has(chapter, '<span class="value" title="printed by the run">3.0</span>');
    has(chapter, '<section class="claim holds" id="claim-commutes"');
    has(chapter, '<svg role="img" aria-label="A &quot;straight&quot; line, up to 3.0"');
    has(chapter, '<use href="#line-a"/>');
    has(chapter, '<b>Exercise 1.1</b> <span>The difference</span> <span class="size">practice</span>');
    has(chapter, '<a class="cite" href="bibliography.html#cite-knuth-1997">Knuth\u00a0(1997)</a>,');
    has(chapter, '(<a class="cite" href="bibliography.html#cite-knuth-1997">Knuth,\u00a01997</a>).');
  });
  it('has one h1 a page, a description, a language', () => {
    for (const [file, html] of pages) {
      if (!file.endsWith('.html')) continue;
      assert.equal(html.match(/<h1/g).length, 1, file);
      assert.match(html, /<html lang="en">/, file);
      assert.match(html, /<meta name="description" content="[^"]{20,}">/, file);
    }
  });
  it('assembles each file and counts the verdicts', () => {
    has(pages.get('en/code_files.html'), 'Listing 1.4</a> main ⟩');
    has(pages.get('en/claims_ledger.html'), '2 claims; holds: 1, holds when: 0, does not hold: 1.');
  });
  it('puts a verdict into a table, as a link to the card', () =>
    has(pages.get('en/claims_ledger.html'), 'It <a class="judged holds" href="ch01.html#claim-commutes"><strong>holds</strong></a>, in one sentence.'));
  it('tells the condition of a verdict that has one', async () => {
    const when = swap(/holds(?=[,}])/, 'holds when');
    const edited = await buildFixture({
      'build/run/01_sum/claims.csv': swap('holds,\n', 'holds when,a & b are finite\n'),
      'book/en/ch01.md': when,
      'book/en/claims_ledger.md': when,
    });
    assert.equal(edited.errors, '');
    has(edited.pages.get('en/claims_ledger.html'), '<a class="judged holds-when" href="ch01.html#claim-commutes"><strong>holds when</strong> a &amp; b are finite</a>');
  });
  it('writes formulas.csv without an empty cell', () =>
    assert.equal(pages.get('formulas.csv'),
      'id,number,page,function,test,worst error\nsum,1.1,book/en/ch01.md,nn::add(),tests/common/sum_test.cpp:3,0.5 ulp\n'));
  it('indexes the text by sections', () => {
    const [, json] = /^window\.BOOK_INDEX=(.*);\n$/s.exec(pages.get('en/search-index.js'));
    const section = JSON.parse(json).find(({ u }) => u === 'ch01.html#ch01_formula');
    assert.equal(section.t, '1. Sums: The formula');
    has(section.x, 'The function nn::add() computes (1.1)');
  });
});

describe('the parts', () => {
  it('read CSV as RFC 4180 has it', () => {
    const rows = [['a', 'b'], ['1, "2"', 'two\nlines'], ['', 'x']];
    assert.deepEqual(parseCsv(formatCsv(rows)), [{ a: '1, "2"', b: 'two\nlines' }, { a: '', b: 'x' }]);
    assert.deepEqual(parseCsv('a,b\r\n1,2'), [{ a: '1', b: '2' }]);
  });
  it('find commands, nested ones too, and not those in code', () => {
    const text = 'x `\\value{a,b}`\n\\figure{r,n,Of \\value{r,v}\\, so,Alt}\n```\n\\claim{a,b,c}\n```\n';
    const found = findCommands(text);
    assert.ok(found.every(({ end }) => text[end - 1] === '}'));
    assert.deepEqual(found.map(({ name, args, line }) => ({ name, args, line })), [
      { name: 'figure', args: ['r', 'n', 'Of \\value{r,v}, so', 'Alt'], line: 2 },
      { name: 'value', args: ['r', 'v'], line: 2 },
    ]);
  });
  it('cut snippets', () => {
    const faults = new Faults();
    const mark = name => `// [snip:${name}]`;
    const snippets = findSnippets('f', [mark('a'), 'one', mark('b'), 'two', mark('b'), mark('a')], faults);
    assert.deepEqual(snippets.get('a').lines, [2, { inner: 'b' }]);
    assert.deepEqual(snippets.get('b').lines, [4]);
    assert.deepEqual(faults.lines, []);
  });
  it('tell frame lines from code', () => {
    const kinds = { '#include <a>': 'frame', 'namespace nn {': 'frame', '}  // namespace nn': 'frame', 'namespace {': 'frame',
      'public:': 'frame', '/// doc': 'doc', '//// no': 'comment', '};': 'code', 'int a;  // why': 'code', '  ': 'blank',
      '// [snip:a]': 'marker' };
    for (const [line, kind] of Object.entries(kinds)) assert.equal(kindOf(line), kind, line);
  });
  it('find Catch2 tests and their tags', () => {
    const text = '\nTEST_CASE("a (b)",\n          "[x][y-1]") {\n}\nTEMPLATE_TEST_CASE("t", "[z]", float, double) {\n';
    assert.deepEqual(findTests({ path: 'f', text }), [
      { file: 'f', line: 2, name: 'a (b)', tags: ['x', 'y-1'] },
      { file: 'f', line: 5, name: 't', tags: ['z'] },
    ]);
  });
  it('curl quotes in prose alone', () => {
    const html = `<p title='"'>It's "<em>so</em>" and ('x')</p><pre>"a"</pre><div class="fragment"><div class="line">'b'</div></div>`;
    assert.equal(curlQuotes(html, WORDS.en.quotes),
      `<p title='"'>It’s “<em>so</em>” and (‘x’)</p><pre>"a"</pre><div class="fragment"><div class="line">'b'</div></div>`);
  });
  it('write numbers for readers', () => {
    assert.deepEqual([0, -1234567, 0.000012345678, 2 / 3, 1e22].map(numberText),
      ['0', '−1,234,567', '1.23457 × 10<sup>−5</sup>', '0.666667', '1 × 10<sup>22</sup>']);
    assert.equal(boundsText({ low: -Infinity, high: 0.5 }, WORDS.en), 'at most 0.5');
    assert.equal(boundsText({ low: 3, high: 3 }, WORDS.en), 'exactly 3');
  });
});
