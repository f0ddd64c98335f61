height = 400
load style
set size ratio -1
set xrange [-4.2:4.2]
set yrange [-4.2:4.2]
set xtics 2
set ytics 2
set xlabel "moved to the right by"
set ylabel "moved up by"
unset grid
plot 'moved_or.csv' using (column('learned') == 1 ? column('right') : NaN):'up' with points lt 1 ps 0.5, \
     '' using (column('learned') == 0 ? column('right') : NaN):'up' with points lt 2 ps 0.25
