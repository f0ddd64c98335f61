nn_add_chapter(03_sigmoid_and_log_loss
    SOURCES calibration.cpp logistic_regression.cpp training.cpp
    PROGRAM main.cpp)
