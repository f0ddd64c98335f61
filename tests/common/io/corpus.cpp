#include "nn/io/corpus.hpp"

#include "nn/io/error.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

using Lines = std::vector<std::string>;

TEST_CASE("a file's lines are numbered in order, blank ones left out") {
    const scratch::Folder folder;
    const std::string path = folder.file("t", "Все\r\n\n счастливые\nсемьи");
    const nn::Corpus corpus = nn::corpus_from_file(path);
    CHECK(corpus.name == path);
    CHECK(corpus.lines == Lines{"Все", " счастливые", "семьи"});
    CHECK(corpus.labels == Lines{"no. 1", "no. 2", "no. 3"});
    CHECK(corpus.parts[1] == "second half");
    CHECK(corpus.second_part == 1);
}

TEST_CASE("a byte order mark is no part of the text") {
    const scratch::Folder folder;
    CHECK(nn::corpus_from_file(folder.file("t", "\uFEFFone\n")).lines ==
          Lines{"one"});
}

TEST_CASE("a file without a line of text is refused") {
    const scratch::Folder folder;
    for (const std::string text : {"", "\n", " \t\r\n\n"})
        CHECK_THROWS_WITH(nn::corpus_from_file(folder.file("t", text)),
                          folder / "t" + ": " + std::to_string(text.size()) +
                              " bytes and no line of text; give a file with some");
}

TEST_CASE("the King James Bible has its 31,102 verses, labelled") {
    const nn::Corpus bible = nn::king_james_bible();
    REQUIRE(bible.lines.size() == 31102);
    CHECK(bible.labels.size() == 31102);
    CHECK(bible.labels.front() == "Ge1:1");
    CHECK(bible.lines.front() ==
          "In the beginning God created the heaven and the earth.");
    CHECK(bible.labels.back() == "Rev22:21");
    CHECK(bible.parts[0] == "Old Testament");
    CHECK(bible.second_part == 23145);
    CHECK(bible.labels[bible.second_part] == "Mat1:1");
}
