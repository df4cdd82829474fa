"""Runs a command in a terminal of 80 columns, makes that wider when it has drawn, and presses q when it has drawn again.

Prints the columns of the axis in the first drawing and in the last. Arguments: the command.
"""
import codecs
import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios


def resize(terminal, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 30, columns, 0, 0))


def read_until(terminal, drawn, seconds=60):
    text, utf8 = '', codecs.getincrementaldecoder('utf-8')('ignore')  # A read may end within a character.
    while not drawn(text):
        if not select.select([terminal], [], [], seconds)[0]:
            sys.exit('nothing more was drawn: ' + text[-500:])
        text += utf8.decode(os.read(terminal, 65536))
    return text


def axis(text):
    return max((len(line) for line in re.findall('└([─┬]+)', text)), default=0)


process, terminal = pty.fork()
if process == 0:
    os.environ['ZVAR_TERMINAL_GRAPHICS'] = 'none'
    os.execvp(sys.argv[1], sys.argv[1:])

resize(terminal, 80)
before = axis(read_until(terminal, lambda text: 'q quit' in text))
resize(terminal, 120)
after = axis(read_until(
    terminal, lambda text: axis(text) > before and text.rfind('q quit') > text.rfind('└')))
os.write(terminal, b'q')
try:
    read_until(terminal, lambda text: False)
except OSError:
    pass
os.waitpid(process, 0)
print(before, after)
