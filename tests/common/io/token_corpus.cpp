#include "nn/io/token_corpus.hpp"

#include <signal.h>
#include <sys/resource.h>

#include <cmath>

#include "nn/io/error.hpp"
#include "nn/rng.hpp"
#include "support/catch.hpp"
#include "support/environment.hpp"
#include "support/peak_memory.hpp"
#include "support/repeated.hpp"
#include "support/scratch.hpp"

using Tokens = std::vector<nn::Token>;
constexpr nn::Token end = nn::line_end;

namespace {

nn::TokenCorpus corpus_of(const std::string& path, double min_count) {
    nn::Options options;
    options.corpus = path;
    return nn::read_token_corpus(options, min_count);
}

Tokens all_of(nn::TokenStream& stream, std::size_t piece = 1000) {
    Tokens all, out(piece);
    for (std::size_t n = 0; (n = stream.read(out)) > 0;)
        all.insert(all.end(), out.begin(),
                   out.begin() + static_cast<std::ptrdiff_t>(n));
    return all;
}

/// The one line said about a file with this text.
std::string complaint(const std::string& text, double min_count) {
    const scratch::Folder folder;
    const std::string path = folder.file("f.txt", text);
    try {
        corpus_of(path, min_count);
    } catch (const nn::InputError& error) {
        const std::string said = error.what();
        REQUIRE(said.starts_with(path + ": "));
        CHECK(said.find('\n') == said.npos);
        return said.substr(path.size() + 2);
    }
    return "no complaint";
}

/// No file may grow beyond so many bytes: a full disk, for as long as this lives.
class FileLimit {
public:
    explicit FileLimit(rlim_t bytes) {
        signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileLimit() { setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

}  // namespace

TEST_CASE("a text becomes numbers, the rare words go, lines end", "[corpus]") {
    const scratch::Folder folder;
    const std::string path =
        folder.file("t", "b a A\n\nrare\nb, a once\r\nthe end a");
    nn::TokenCorpus corpus = corpus_of(path, 2.0);
    CHECK(corpus.name == path);
    CHECK(corpus.words == 10.0);
    REQUIRE(corpus.vocabulary.size() == 2);
    CHECK(corpus.vocabulary.word(0) == "a");
    CHECK(corpus.vocabulary.word(1) == "b");
    CHECK(corpus.vocabulary.total() == 6.0);
    const Tokens expected{1, 0, 0, end, 1, 0, end, 0, end};
    for (const std::size_t piece : {1u, 2u, 3u, 100u}) {
        CHECK(all_of(*corpus.tokens, piece) == expected);
        CHECK(all_of(*corpus.tokens).empty());
        corpus.tokens->rewind();
    }
}

TEST_CASE("lines of more than 1,000 words are cut", "[corpus]") {
    const scratch::Folder folder;
    const std::string path =
        folder.file("t", repeated("a b ", 500) + "\n" + repeated("a ", 2001) + "b");
    const nn::TokenCorpus corpus = corpus_of(path, 1.0);
    std::vector<std::size_t> lengths{0};
    for (const nn::Token token : all_of(*corpus.tokens))
        token == end ? lengths.push_back(0) : void(++lengths.back());
    CHECK(lengths == std::vector<std::size_t>{1000, 1000, 1000, 2, 0});
}

TEST_CASE("reading in the middle of the stream leaves nothing behind", "[corpus]") {
    const scratch::Folder folder;
    const std::string path = folder.file("t", repeated("a b c\n", 50'000));
    const nn::TokenCorpus corpus = corpus_of(path, 1.0);
    const Tokens whole = all_of(*corpus.tokens);
    CHECK(whole.size() == 200'000);
    for (const std::size_t read : {1u, 4u, 70'001u}) {
        corpus.tokens->rewind();
        Tokens some(read);
        corpus.tokens->read(some);
        corpus.tokens->rewind();
        CHECK(all_of(*corpus.tokens) == whole);
    }
}

TEST_CASE("the default text: the Bible and WordNet's glosses, in lines of 1,000",
          "[corpus]") {
    const nn::TokenCorpus corpus = nn::read_token_corpus({}, 5.0);
    CHECK(corpus.name == "the King James Bible and WordNet's glosses");
    CHECK(corpus.words > 2'250'000.0);
    CHECK(corpus.words < 2'270'000.0);
    CHECK(corpus.vocabulary.find("lord"));
    CHECK(corpus.vocabulary.find("telephone"));
    double kept = 0.0, lines = 0.0;
    for (const nn::Token token : all_of(*corpus.tokens))
        ++(token == end ? lines : kept);
    CHECK(kept == corpus.vocabulary.total());
    CHECK(lines == std::ceil(corpus.words / 1000.0));
}

TEST_CASE("the Bible as one line has the words and pairs of the exact PMI",
          "[corpus]") {
    const nn::TokenCorpus bible = nn::bible_stream(1.0);
    CHECK(bible.words == 789'684.0);
    const Tokens text = all_of(*bible.tokens);
    REQUIRE(text.size() == 789'685);
    REQUIRE(text.back() == end);

    const std::size_t n = text.size() - 1;
    const auto pmi = [&](const char* first, const char* second) {
        const nn::Token a = *bible.vocabulary.find(first);
        const nn::Token b = *bible.vocabulary.find(second);
        double both = 0.0, of_a = 0.0, of_b = 0.0, all = 0.0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = i < 2 ? 0 : i - 2; j < std::min(n, i + 3); ++j) {
                if (i == j) continue;
                both += text[i] == a && text[j] == b;
                of_a += text[i] == a;
                of_b += text[i] == b;
                ++all;
            }
        CHECK(all == 3'158'730.0);
        return std::log(both * all / (of_a * of_b));
    };
    CHECK(std::abs(pmi("lord", "god") - 1.965687) < 5e-7);
    CHECK(std::abs(pmi("king", "david") - 1.757741) < 5e-7);
    CHECK(std::abs(pmi("heaven", "earth") - 2.487299) < 5e-7);
}

TEST_CASE("a text without a word is refused", "[corpus]") {
    for (const std::string text :
         {"", "\n", " \t\r\n\n", "\uFEFF", "... --\n(!) ?\n"})
        CHECK(complaint(text, 1.0) == "no word in it; give a file with some");
}

TEST_CASE("a text without a word that is common enough is refused", "[corpus]") {
    CHECK(complaint("the cat and the dog\n", 5.0) ==
          "its most common word, 'the', occurs 2 times, and none occurs 5 times; "
          "two words must: give a longer text");
    CHECK(complaint("b a", 5.0)
              .starts_with("its most common word, 'a', occurs 1 time,"));
    CHECK(complaint(std::string(100, 'x'), 5.0)
              .starts_with("its most common word, '" + std::string(40, 'x') +
                           "…', "));
}

TEST_CASE("a text of one word has nothing to tell apart", "[corpus]") {
    CHECK(complaint(repeated("hello ", 1000), 5.0) ==
          "its most common word, 'hello', occurs 1000 times, and no other occurs 5 "
          "times; two words must: give a longer text");
}

TEST_CASE("a text without two words in a line is refused", "[corpus]") {
    const std::string said =
        "a line needs two words that occur 5 times each in the text, and no line "
        "has them; put more words on a line";
    CHECK(complaint(repeated("one\ntwo\n", 1000), 5.0) == said);
    CHECK(complaint(repeated("one\n", 9) + repeated("two\n", 9) + "one rare",
                    5.0) == said);
    CHECK(complaint(repeated("one\n", 9000) + repeated("two\n", 9) + "one two",
                    5.0) == "no complaint");
}

TEST_CASE("a disk that is full is one line, and nothing is left on it",
          "[corpus]") {
    const scratch::Folder folder, temporary;
    const std::string few = folder.file("few", "a b");
    const std::string path = folder.file("t", repeated("a b ", 100'000));
    const std::string faulty = folder.file("f", repeated("a b ", 100'000) + "\xFF");
    const environment::Set there("TMPDIR", temporary.path());
    const std::string remedy =
        "; name a folder with 4 free bytes for each word of the text: "
        "TMPDIR=/that/folder";
    const std::string full = temporary.path().string() +
                             ": the numbers of the text cannot be kept (File too "
                             "large)" +
                             remedy;
    {
        const FileLimit limit(0);
        CHECK_THROWS_WITH(corpus_of(few, 1.0), full);
    }
    {
        const FileLimit limit(100'000);
        CHECK_THROWS_WITH(corpus_of(path, 1.0), full);
        CHECK_THROWS_WITH(corpus_of(faulty, 1.0), full);  // it stops at once
    }
    const nn::TokenCorpus corpus = corpus_of(path, 1.0);
    CHECK(temporary.contents().empty());  // even while it is in use
    const environment::Set nowhere("TMPDIR", "/nowhere");
    CHECK_THROWS_WITH(
        corpus_of(path, 1.0),
        "/nowhere: the numbers of the text cannot be kept (No such file "
        "or directory)" +
            remedy);
}

TEST_CASE("a text of 60 MB is read in memory for its words alone", "[corpus]") {
    const scratch::Folder folder;
    nn::Rng rng(61);
    std::string part;
    while (part.size() < 1'000'000)
        part += "word" + std::to_string(rng.integer(0, 9)) +
                (rng.integer(0, 9) > 0 ? " " : "\n");
    const std::string path = folder.file("t", "");
    for (int i = 0; i < 60; ++i)
        std::ofstream(path, std::ios::app | std::ios::binary) << part;

    const double grown = peak_memory::growth([&] {
        const nn::TokenCorpus corpus = corpus_of(path, 5.0);
        double words = 0.0;
        Tokens out(1000);
        for (std::size_t n = 0; (n = corpus.tokens->read(out)) > 0;)
            for (std::size_t i = 0; i < n; ++i) words += out[i] != end;
        if (words != corpus.words) throw std::logic_error("words lost");
    });
    if (peak_memory::is_measured)
        CHECK(grown < 16e6);  // the numbers alone would be 40 MB
}
