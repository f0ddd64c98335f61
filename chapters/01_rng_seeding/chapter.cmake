nn_add_chapter(01_rng_seeding
    SOURCES monte_carlo.cpp python_random.cpp randomness_tests.cpp replay.cpp
    PROGRAM main.cpp chance_sections.cpp claims_section.cpp stream_sections.cpp
            text_sections.cpp)

# One source, compiled with the compiler's own standard library and, where that is
# installed, once more with LLVM's. The two meet through plain arrays only.
set(source ${CMAKE_CURRENT_LIST_DIR}/standard_library.cpp)
add_library(nn_ch01_standard_library STATIC ${source})
add_library(nn::ch01_standard_library ALIAS nn_ch01_standard_library)
target_link_libraries(nn_ch01_standard_library PUBLIC nn::ch01)
target_link_libraries(ch01_rng_seeding PRIVATE nn::ch01_standard_library)

set(object ${CMAKE_CURRENT_BINARY_DIR}/standard_library_libcxx.o)
set(compile clang++ -std=c++20 -stdlib=libc++ -O2 -c ${source})
execute_process(COMMAND ${compile} -fsyntax-only RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
if(NOT failed)
    add_custom_command(OUTPUT ${object} COMMAND ${compile} -o ${object}
        DEPENDS ${source} ${CMAKE_CURRENT_LIST_DIR}/standard_library.hpp)
    target_sources(nn_ch01_standard_library PRIVATE ${object})
    target_compile_definitions(nn_ch01_standard_library PUBLIC NN_HAVE_LIBCXX)
endif()
