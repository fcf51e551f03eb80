// right: awaits the answers of all at once, and waits for the others before it throws
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
        => All(numbers, child).GetAwaiter().GetResult();

    static async Task<BigInteger[]> All(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = numbers.Select(number => Started(child(number))).ToArray();
        return await Task.WhenAll(numbers.Zip(processes, Result));
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
