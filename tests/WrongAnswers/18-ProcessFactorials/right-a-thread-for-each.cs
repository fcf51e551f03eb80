// right: a thread for each child reads it, and leaves result or error in a slot
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var results = new BigInteger[numbers.Length];
        var failures = new Exception?[numbers.Length];
        var readers = new Thread[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var slot = i;
            readers[i] = new Thread(() =>
            {
                try
                {
                    results[slot] = Result(numbers[slot], child(numbers[slot]));
                }
                catch (Exception failure)
                {
                    failures[slot] = failure;
                }
            });
            readers[i].Start();
        }
        foreach (var reader in readers) reader.Join();
        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? results : throw new AggregateException(failed);
    }

    static BigInteger Result(int number, ProcessStartInfo startInfo)
    {
        using var process = Started(startInfo);
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Parse(answer)
            : throw new InvalidOperationException($"{number}!: exit code {process.ExitCode}");
    }

    static Process Started(ProcessStartInfo startInfo)
    {
        startInfo.RedirectStandardOutput = true;
        return Process.Start(startInfo)!;
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}
