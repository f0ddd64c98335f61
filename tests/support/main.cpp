/// \file
/// \brief The main function of every Catch2 test, for version 2 and version 3.
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
#else
#ifndef __clang__  // GCC 12 with sanitizers takes Catch2's own regular expressions amiss
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
