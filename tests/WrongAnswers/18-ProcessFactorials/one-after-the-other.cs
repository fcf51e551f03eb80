// wrong: has the answer of one before it starts the next -> First start a process for each number
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var results = new BigInteger[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            using var process = Started(child(numbers[i]));
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{numbers[i]}!: {process.ExitCode}");
            results[i] = Parse(answer);
        }
        return results;
    }

    static Process Started(ProcessStartInfo startInfo)
    {
        startInfo.RedirectStandardOutput = true;
        return Process.Start(startInfo)!;
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}
