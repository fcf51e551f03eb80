// wrong: remembers what it has once been told, and asks nobody again -> The processes wrote 121
// hint /static readonly \w*Dictionary/: A static outlives the call: what one process said is no answer of another one's.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    static readonly ConcurrentDictionary<int, BigInteger> known = new();

    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = new List<(int Number, Process Process)>();
        try
        {
            foreach (var number in numbers.Where(number => !known.ContainsKey(number)))
            {
                var startInfo = child(number);
                startInfo.RedirectStandardOutput = true;
                processes.Add((number, Process.Start(startInfo)!));
            }
            foreach (var (number, process) in processes)
            {
                var text = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode != 0) throw new InvalidOperationException($"{number}! failed.");
                known[number] = BigInteger.Parse(
                    text, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
            }
            return [.. numbers.Select(number => known[number])];
        }
        finally
        {
            foreach (var (_, process) in processes)
            {
                process.Kill();
                process.WaitForExit();
            }
        }
    }
}
