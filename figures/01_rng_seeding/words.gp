load style
set logscale xy
set format x COUNT
set format y COUNT
set xrange [0.8:2e4]
set yrange [0.8:1.2e5]
set xlabel "rank of the word"
set ylabel "occurrences"
set label "counted in the text" at 60,5e3 tc lt 1
set label "drawn, to scale" at 4,60 tc lt 2
plot 'words.csv' using (sparse(column('rank'))):'count' with points lt 1 ps 0.6, \
     '' using (sparse(column('rank'))):'drawn' with points lt 2 pt 6 ps 0.8
