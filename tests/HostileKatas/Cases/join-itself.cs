// hostile: a thread that waits for its own end -> deadlock: A waits for its own end
public static class Kata
{
    public static void Run()
    {
        Thread? self = null;
        self = new Thread(() => self!.Join());
        self.Start();
    }
}
