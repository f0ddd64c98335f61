nn_add_chapter(07_attention
    SOURCES
        attention_score.cpp
    PROGRAM
        main.cpp
        tiles_section.cpp)
