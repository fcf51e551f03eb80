// hostile: a race through pointers into an array -> data race
public static class Kata
{
    public static unsafe void Run()
    {
        var numbers = new int[4];
        var worker = new Thread(() => { fixed (int* at = numbers) at[1] = 1; });
        worker.Start();
        fixed (int* at = numbers) at[1] = 2;
        worker.Join();
    }
}
