#include "nn/io/csv.hpp"

#include "support/catch.hpp"

TEST_CASE("csv quotes what a comma, a quote or a line end would break") {
    nn::Csv table({"name", "value"});
    table.row({"a,b", "say \"yes\""});

    table.row({"plain", 0.1});
    CHECK(table.text() ==
          "name,value\n"
          "\"a,b\",\"say \"\"yes\"\"\"\n"

          "plain,0.10000000000000001\n");
}
