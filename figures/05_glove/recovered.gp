height = 400
load style
set xrange [-3.4:3.4]
set yrange [-3.4:3.4]
set xtics 1
set ytics 1
set xlabel "logarithm of the ratio, as counted"
set ylabel "as the vectors give it"
set label "bread" at -3.2,3.0 tc rgb SOFT
set label "wine" at 3.2,3.0 right tc rgb SOFT
plot x with lines ls 9, 'recovered.csv' using 'ratio':'product' with points lt 1
