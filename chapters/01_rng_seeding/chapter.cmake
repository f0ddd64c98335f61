nn_add_chapter(01_rng_seeding
    SOURCES discrete_distribution.cpp monte_carlo.cpp python_random.cpp
            randomness_tests.cpp replay.cpp unigram.cpp
    PROGRAM main.cpp chance_sections.cpp claims_section.cpp standard_library.cpp
            stream_sections.cpp text_sections.cpp)

# The same source once more with LLVM's standard library, where that is installed. It
# meets the rest of the program through plain arrays only.
set(source ${CMAKE_CURRENT_LIST_DIR}/standard_library.cpp)
set(object ${CMAKE_CURRENT_BINARY_DIR}/standard_library_libcxx.o)
set(compile clang++ -std=c++20 -stdlib=libc++ -O2 -I${CMAKE_SOURCE_DIR}/common
            -c ${source} -o ${object})
execute_process(COMMAND ${compile} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
if(NOT failed)
    add_custom_command(OUTPUT ${object} COMMAND ${compile}
        DEPENDS ${source} ${CMAKE_CURRENT_LIST_DIR}/standard_library.hpp)
    target_sources(ch01_rng_seeding PRIVATE ${object})
    target_compile_definitions(ch01_rng_seeding PRIVATE NN_HAVE_LIBCXX)
endif()
