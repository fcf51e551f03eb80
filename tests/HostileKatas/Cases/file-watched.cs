// hostile: waits for changes of files -> FileSystemWatcher
public static class Kata
{
    public static void Run()
    {
        using var watcher = new FileSystemWatcher(Path.GetTempPath());
        watcher.WaitForChanged(WatcherChangeTypes.All);
    }
}
