#include "nn/io/csv.hpp"

#include <cstdlib>
#include <limits>

#include "support/catch.hpp"

namespace {

/// \brief Reads RFC 4180 back, written from the standard and not from our writer.
std::vector<std::vector<std::string>> parsed(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && text.substr(i, 2) == "\"\"") {
            rows.back().back() += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            rows.push_back({""});
        } else {
            rows.back().back() += c;
        }
    }
    rows.pop_back();
    return rows;
}

}  // namespace

TEST_CASE("csv quotes only what a comma, a quote or a line end would break") {
    nn::Csv table({"name", "value"});
    table.row({"a,b", "say \"yes\""});
    table.row({"plain", 0.1});
    CHECK(table.text() ==
          "name,value\n"
          "\"a,b\",\"say \"\"yes\"\"\"\n"
          "plain,0.10000000000000001\n");
}

TEST_CASE("csv text reads back as it was") {
    const std::vector<std::string> hard = {
        "",   ",",   "\"",         "\"\"",  "a\nb",       "a\r\nb",
        "\r", " a ", "a,\"b\"\nc", "Ге1:1", "\"quoted\"", "tab\t"};
    nn::Csv table({"text", "again"});
    for (const std::string& text : hard) table.row({text, text});
    const auto rows = parsed(table.text());
    REQUIRE(rows.size() == hard.size() + 1);
    for (std::size_t i = 0; i < hard.size(); ++i)
        CHECK(rows[i + 1] == std::vector<std::string>{hard[i], hard[i]});
}

TEST_CASE(
    "a carriage return alone is quoted, for readers that take it for a line end") {
    nn::Csv table({"a\rb"});
    CHECK(table.text() == "\"a\rb\"\n");
}

TEST_CASE("csv numbers read back as the same double") {
    using Limits = std::numeric_limits<double>;
    for (const double x :
         {0.1, 1.0 / 3.0, -0.0, 1e23, Limits::denorm_min(), Limits::max()}) {
        nn::Csv table({"x"});
        table.row({x});
        CHECK(std::strtod(parsed(table.text())[1][0].c_str(), nullptr) == x);
    }
}
