height = 400
load style
set xrange [-2.6:11.5]
set yrange [-2.6:11.5]
set xtics 2
set ytics 2
set xlabel "logarithm of X, as counted"
set ylabel "score, from the vectors and biases"
set label "exact" at 9.2,10.4 right tc rgb SOFT
plot x with lines ls 9, 'log_x.csv' using 'log_x':'score' with points lt 1
