#include "nn/io/report.hpp"

#include <cmath>
#include <functional>

#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace {

/// \brief What a report leaves in its folder: a file's text after finish().
std::string left_by(const std::string& file,
                    const std::function<void(nn::Report&)>& use) {
    const scratch::Folder folder;
    nn::Report report(folder.path());
    use(report);
    report.finish();
    return scratch::bytes_of(folder / file);
}

std::string verdict(const nn::Claim& claim, double measured) {
    const std::string csv = left_by(
        "claims.csv", [&](nn::Report& report) { report.claim(claim, measured); });
    return csv.substr(csv.find('\n') + 1);
}

const double infinite = std::numeric_limits<double>::infinity();
const double nan_value = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("sections begin with their id and are set apart by a blank line") {
    CHECK(left_by("output.txt", [](nn::Report& report) {
              report.section("first", "One");
              report.print("%d of %s\n", 7, "nine");
              report.section("second", "Two");
          }) == "[first] One\n\n7 of nine\n\n[second] Two\n\n");
}

TEST_CASE("a value is remembered exactly as it was printed") {
    std::string returned;
    const std::string csv = left_by("values.csv", [&](nn::Report& report) {
        returned = report.value("pi", "%.4f", 3.14159);
        report.value("big", "%d,%03d", 31, 102);
    });
    CHECK(returned == "3.1416");
    CHECK(csv == "name,value\npi,3.1416\nbig,\"31,102\"\n");
}

TEST_CASE("a long line is printed whole") {
    const std::string word(3000, 'x');
    CHECK(left_by("output.txt", [&](nn::Report& report) {
              report.print("%s|%s\n", word.c_str(), word.c_str());
          }) == word + "|" + word + "\n");
}

TEST_CASE("a claim holds within its bounds, ends included") {
    const nn::Claim claim{
        .id = "c", .statement = "S.", .quantity = "q", .low = 1, .high = 2};
    for (const double inside : {1.0, 1.5, 2.0})
        CHECK(verdict(claim, inside).find(",1,2,holds,\n") != std::string::npos);
    for (const double outside : {std::nextafter(1.0, 0.0), std::nextafter(2.0, 3.0),
                                 -infinite, infinite, nan_value})
        CHECK(verdict(claim, outside).find(",1,2,does not hold,\n") !=
              std::string::npos);
}

TEST_CASE("a claim with one bound, and NaN, which never holds") {
    const nn::Claim at_least{
        .id = "c", .statement = "S.", .quantity = "q", .low = 3};
    CHECK(verdict(at_least, 1e300) ==
          "c,S.,q,1.0000000000000001e+300,3,inf,holds,\n");
    CHECK(verdict(at_least, nan_value) == "c,S.,q,nan,3,inf,does not hold,\n");
    CHECK(verdict({.id = "c", .statement = "S.", .quantity = "q"}, nan_value) ==
          "c,S.,q,nan,-inf,inf,does not hold,\n");
}

TEST_CASE("a condition turns holds into holds when, and stays beside a failure") {
    const nn::Claim claim{.id = "c",
                          .statement = "S.",
                          .quantity = "q",
                          .low = 0,
                          .high = 0,
                          .condition = "the sun shines"};
    CHECK(verdict(claim, 0) == "c,S.,q,0,0,0,holds when,the sun shines\n");
    CHECK(verdict(claim, 1) == "c,S.,q,1,0,0,does not hold,the sun shines\n");
}

TEST_CASE("a claim is printed with its measurement and its verdict") {
    CHECK(left_by("output.txt", [](nn::Report& report) {
              report.claim({.id = "c",
                            .statement = "S.",
                            .quantity = "q",
                            .low = 0,
                            .high = 1,
                            .condition = "it is so"},
                           0.5);
          }) == "S.\n  q: 0.5   bounds [0, 1]\n  verdict: holds when it is so\n");
}

TEST_CASE("nothing is written before the end, and then all files") {
    const scratch::Folder folder;
    folder.file("output.txt", "of the last run");
    nn::Report report(folder.path());
    report.section("s", "Section");
    nn::Csv table({"x"});
    table.row({1.0});
    report.data("points.csv", table);
    CHECK(folder.contents().size() == 1);
    CHECK(scratch::bytes_of(folder / "output.txt") == "of the last run");
    report.finish();
    CHECK(folder.contents().size() == 4);
    CHECK(scratch::bytes_of(folder / "points.csv") == "x\n1\n");
    CHECK(scratch::bytes_of(folder / "output.txt") == "[s] Section\n\n");
}

TEST_CASE("without a folder a report only prints") {
    nn::Report report("");
    report.section("s", "Section");
    CHECK_NOTHROW(report.finish());
}

TEST_CASE("a name stands for one thing") {
    nn::Report report("");
    report.section("same", "A section");
    report.value("same", "%d", 1);
    report.claim({.id = "same"}, 0.0);
    CHECK_THROWS_WITH(report.section("same", "Again"),
                      "Report: section same is there already");
    CHECK_THROWS_WITH(report.value("same", "%d", 2),
                      "Report: value same is there already");
    CHECK_THROWS_WITH(report.claim({.id = "same"}, 0.0),
                      "Report: claim same is there already");
}
