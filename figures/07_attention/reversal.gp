height = 400
load style
set xrange [-0.8:15.8]
set yrange [15.8:-0.8]
set xtics 5
set ytics 5
set size ratio 1
set xlabel "place that looks"
set ylabel "place looked at"
lies(place, weight) = weight > 0.02 ? place : NaN
plot 'reversal.csv' using 'query':(lies(column('key'), column('weight'))):(1.7 * sqrt(column('weight'))) \
     with points lt 1 ps variable
