// hostile: ends its process in a worker that catches everything -> would end the whole process
public static class Kata
{
    public static void Run()
    {
        var worker = new Thread(() =>
        {
            try
            {
                Environment.Exit(3);
            }
            catch
            {
            }
        });
        worker.Start();
        worker.Join();
    }
}
