// wrong: takes the results in the order in which the children end -> but the results are 120, 24, 6
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = numbers.Select(number => Result(number, Started(child(number)))).ToList();
        var results = new List<BigInteger>();
        while (processes.Count > 0)
        {
            var first = Task.WhenAny(processes).Result;
            processes.Remove(first);
            results.Add(first.Result);
        }
        return [.. results];
    }

    static async Task<BigInteger> Result(int number, Process process)
    {
        using var _ = process;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
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
