/// The notes' table: bars, columns, names in any language.
#include "weight_table.hpp"

#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace {

std::vector<std::string> lines_of(const arma::mat& A,
                                  const std::vector<std::string>& keys,
                                  const std::vector<std::string>& queries,
                                  const arma::mat& scores = {}) {
    const scratch::Folder folder;
    nn::Report report(folder.path());
    nn::print_weight_table(keys, queries, A, report, scores);
    report.finish();
    std::istringstream text(scratch::bytes_of(folder / "output.txt"));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("a weight as a bar of up to 20 marks", "[weight-table]") {
    CHECK(nn::weight_bar(0.0).empty());
    CHECK(nn::weight_bar(0.024).empty());
    CHECK(nn::weight_bar(0.026) == "#");
    CHECK(nn::weight_bar(0.5) == std::string(10, '#'));
    CHECK(nn::weight_bar(1.0) == std::string(20, '#'));
}

TEST_CASE("a name is cut and filled by its characters, not its bytes",
          "[weight-table]") {
    CHECK(nn::table_cell("bank", 6) == "bank  ");
    CHECK(nn::table_cell("свет", 6) == "свет  ");
    CHECK(nn::table_cell("12345678901234", 15) == "12345678901234 ");
    CHECK(nn::table_cell("123456789012345", 15) == "1234567890123… ");
    CHECK(nn::table_cell("абвгдежзиклмнопр", 15) == "абвгдежзиклмн… ");
    CHECK(nn::table_cell("", 2) == "  ");
}

TEST_CASE("the table: query after query, a line for each key", "[weight-table]") {
    const arma::mat A{{0.25, 1.0}, {0.75, 0.0}};
    CHECK(lines_of(A, {"a", "b"}, {"x", "y"}) ==
          std::vector<std::string>{
              "token current token  weight", "a     x              0.2500  #####",
              "b     x              0.7500  " + std::string(15, '#'),
              "a     y              1.0000  " + std::string(20, '#'),
              "b     y              0.0000"});
    CHECK(lines_of(A.col(0), {"a", "b"}, {"x"}, arma::vec{-1.0, 0.0986}) ==
          std::vector<std::string>{
              "token current token   score  weight",
              "a     x              -1.000  0.2500  #####",
              "b     x               0.099  0.7500  " + std::string(15, '#')});
}

TEST_CASE("no line is longer than 70 characters", "[weight-table]") {
    const std::string longest(40, 'w');
    for (const std::string& line :
         lines_of(arma::mat{1.0}, {longest}, {longest}, arma::mat{-100.0}))
        CHECK(line.size() <= 70 + 2 * 2);  // a sign of three bytes, twice
}

TEST_CASE("a table without a name for each row and column is refused",
          "[weight-table]") {
    nn::Report report("");
    const arma::mat A(2, 1);
    CHECK_THROWS_WITH(
        nn::print_weight_table({"a"}, {"x"}, A, report),
        "print_weight_table: 2 × 1 weights, names of 1 keys and 1 queries, 0 "
        "scores; "
        "give a name for each row and column, and a score for each weight or none");
    CHECK_THROWS_AS(nn::print_weight_table({"a", "b"}, {"x", "y"}, A, report),
                    std::invalid_argument);
    CHECK_THROWS_AS(
        nn::print_weight_table({"a", "b"}, {"x"}, A, report, arma::mat(1, 2)),
        std::invalid_argument);
}
