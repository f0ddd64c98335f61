#include <algorithm>
#include <cmath>

#include "nn/positional_encoding.hpp"
#include "position_geometry.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:rotation-worst]
constexpr std::size_t rotated_width = 128, rotated_tokens = 1001;

/// \brief The largest difference between PE(p + k) and R(k) PE(p).
double rotation_worst(const arma::mat& P, std::size_t k) {
    const arma::mat turned =
        position_rotation(double(k), P.n_rows) * P.head_cols(rotated_tokens);
    return arma::abs(turned - P.cols(k, k + rotated_tokens - 1)).max();
}
// [snip:rotation-worst]

// [snip:product-worst]
/// \brief The largest difference between PE(p) · PE(p + k) and the sum of cosines.
double product_worst(const arma::mat& P, std::size_t k) {
    const double product = position_product(double(k), P.n_rows);
    double worst = 0;
    for (std::size_t p = 0; p < rotated_tokens; ++p)
        worst =
            std::max(worst, std::abs(arma::dot(P.col(p), P.col(p + k)) - product));
    return worst;
}
// [snip:product-worst]

// [snip:print-products]
void print_products(const arma::mat& P, Report& report) {
    report.print("%8s %12s %12s %12s %14s\n", "k", "p = 0", "p = 57", "p = 1000",
                 "sum of cosines");
    for (const std::size_t k : {0, 1, 10, 100}) {
        const auto at = [&](std::size_t p) {
            return arma::dot(P.col(p), P.col(p + k));
        };
        report.print("%8zu %12.6f %12.6f %12.6f %14s\n", k, at(0), at(57), at(1000),
                     report
                         .value("product-" + std::to_string(k), "%.6f",
                                position_product(double(k), rotated_width))
                         .c_str());
    }
    const arma::mat odd = sinusoidal_encoding(5, 1002);  // 5 × positions
    report.print(
        "d = 5, k = 1: %s at p = 0, %s at p = 1000\n",
        report.value("odd-product-0", "%.6f", arma::dot(odd.col(0), odd.col(1)))
            .c_str(),
        report
            .value("odd-product-1000", "%.6f",
                   arma::dot(odd.col(1000), odd.col(1001)))
            .c_str());
}
// [snip:print-products]

// [snip:claim-falls]
void claim_falls(Report& report) {
    std::size_t rises = 0;
    for (std::size_t k = 0; k < 100; ++k)
        rises += position_product(double(k + 1), rotated_width) >
                 position_product(double(k), rotated_width);
    report.claim({.id = "product-falls",
                  .statement = "The farther, the smaller the product.",
                  .quantity = "steps at which it rises, of the first 100",
                  .high = 0},
                 static_cast<double>(rises));
}
// [snip:claim-falls]

// [snip:write-products]
void write_products(const arma::mat& P, Report& report) {
    Csv table({"distance", "wide", "measured", "narrow"});
    for (std::size_t k = 0; k <= 200; ++k)
        table.row({double(k), position_product(double(k), rotated_width) / 64,
                   arma::dot(P.col(57), P.col(57 + k)) / 64,
                   position_product(double(k), 16) / 8});
    report.data("products.csv", table);
}
// [snip:write-products]

}  // namespace

// [snip:show-rotation]
void show_rotation(Report& report) {
    report.section("rotation", "A step is a rotation, a product is a distance");
    const arma::mat P = sinusoidal_encoding(rotated_width, 2 * rotated_tokens);
    double turned = 0, product = 0;
    for (const std::size_t k : {1, 10, 100, 1000}) {
        turned = std::max(turned, rotation_worst(P, k));
        product = std::max(product, product_worst(P, k));
    }
    report.claim({.id = "rotation-exact",
                  .statement = "A step of k tokens is one rotation, from wherever.",
                  .quantity = "largest difference, d = 128, p up to 1000",
                  .high = 1e-12},
                 turned);
    print_products(P, report);
    report.claim(
        {.id = "products-by-distance",
         .statement = "The product of two positions tells their distance alone.",
         .quantity = "largest difference from the sum of cosines, p up to 1000",
         .high = 1e-11},
        product);
    claim_falls(report);
    write_products(P, report);
}
// [snip:show-rotation]

}  // namespace nn
