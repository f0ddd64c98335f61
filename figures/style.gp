# The house style of every figure. A recipe is figures/NN_name/picture.gp; it runs in the folder
# that the chapter's program left its data in, and begins
#
#     height = 280          # optional; the canvas is 480 wide and 320 high
#     load style
#
# It finds here:
#   data      CSV with a header line: columns by name, `using 'n':'error'`
#   colours   linetypes 1 to 4 for data (`lt 1`, and `tc lt 1` for its label), INK for text,
#             SOFT for what is secondary (`lc rgb SOFT`), RULE for grid lines
#   lines     two wide; `ls 9` is a thin dashed line of reference, such as 1/sqrt(n)
#   points    pt 7 (filled circles), size 0.4: the one symbol that draws thousands cheaply
#   tick text `set format x COUNT` writes 1k, 10k, 1M; `set format y PLAIN` writes 0.001
#   sparse()  for a long table on a logarithmic axis: `using (sparse(column('rank'))):'count'`
#             keeps 20 rows of each decade
#   margins   for one plot. Two side by side: `set multiplot layout 1,2 margins @PANELS spacing 0.12`
#             draws squares where height is 255; name each with a label at graph 0.5,1.08
#             (gnuplot leaves out titles there)
#   no legend: name a curve where it is, `set label "NumPy" at 1e4,0.2 tc lt 1`; where that
#             cannot be, `set key` and give titles
# Label both axes, with units. A colour that is not of this file stops the build, and so does a
# warning of gnuplot. Text is 15 units high, so that on a phone 11 px are left of it: no smaller
# fonts, no indices in labels. Keep below 3000 points: they are part of the page.

INK = '#25221d'
SOFT = '#635c51'
RULE = '#e2dbcc'

COUNT = '%.0s%c'
PLAIN = '%g'
sparse(n) = n == 1 || floor(20 * log10(n)) > floor(20 * log10(n - 1)) ? n : NaN
PANELS = "0.14,0.98,0.22,0.9"

if (!exists("height")) height = 320
set terminal svg size 480,height font "Open Sans,15" enhanced
set output svg

set datafile separator comma columnheaders
set encoding utf8

set linetype 1 lc rgb '#1d6146' lw 2 pt 7 ps 0.4
set linetype 2 lc rgb '#b4531a' lw 2 pt 7 ps 0.4
set linetype 3 lc rgb '#3b5ba5' lw 2 pt 7 ps 0.4
set linetype 4 lc rgb '#8a3b7c' lw 2 pt 7 ps 0.4
set linetype cycle 4
set style line 9 lc rgb SOFT lw 1 dt 2

set border 3 lc rgb SOFT lw 1
set tics nomirror scale 0.5 textcolor rgb SOFT
set grid back lc rgb RULE lw 1 lt 1
unset mxtics
unset mytics
set rmargin 3
set bmargin 2.8
set xlabel offset 0,0.4 textcolor rgb INK
set ylabel offset 1.2,0 textcolor rgb INK
set label textcolor rgb INK
unset key
