height = 280
load style
set xrange [-1.6:*]
set yrange [10.6:-0.8]
unset xtics
unset ytics
unset grid
set border 0
set xlabel "what was read"
set ylabel "what was written"
lies(place, weight) = weight > 0.02 ? place : NaN
first(place, other) = other == 0 ? place : NaN
plot 'alignment.csv' using 'key':(lies(column('query'), column('weight'))):(1.9 * sqrt(column('weight'))) \
         with points lt 1 ps variable, \
     '' using (first(column('key'), column('query'))):(10.1):'written' with labels noenhanced tc rgb INK, \
     '' using (-1.1):(first(column('query'), column('key'))):'iso' with labels noenhanced tc rgb INK
