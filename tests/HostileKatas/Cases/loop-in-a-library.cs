// hostile, slow: a pattern on which a library goes on for ages -> `Regex.IsMatch` at Kata.cs:6 does not come back, and works on and on (main)
using System.Text.RegularExpressions;

public static class Kata
{
    public static void Run() => Console.WriteLine(
        new Regex("^(a+)+$").IsMatch(new string('a', 60) + "b"));
}
