load style
set xrange [-0.7:31.7]
set yrange [0:4.8]
set xtics (0, 5, 10, 15, 20, 25, 30)
set ytics 1
set xlabel "place"
set ylabel "length of its learned vector"
set label "which symbol stood at place 5?" at 6,4.5 tc lt 1
set label "which stood 3 before?" at 6,4.05 tc lt 2
plot 'task_places.csv' using 'place':'relative' with linespoints lt 2 ps 0.6, \
     '' using 'place':'absolute' with linespoints lt 1 ps 0.6
